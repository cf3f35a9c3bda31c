using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filter `truncate`.</summary>
internal static class TruncateFilter
{
    /// <summary>jinja2's default tolerance: a text this much longer stays whole.</summary>
    private const long DefaultLeeway = 5;

    public static Value Apply(FilterCall call, BoundArguments arguments)
    {
        Value leeway = arguments[3].IsNone ? Value.Of(DefaultLeeway) : arguments[3];
        Value endLength = Value.Of(Operators.Length(arguments[2]));
        Demand(arguments[0], "length", endLength);
        Demand(leeway, "leeway", IntegerValue.Zero);
        if (Operators.Compare(CompareOperator.LessOrEqual, Value.Of(Operators.Length(call.Input)), Operators.Binary(BinaryOperator.Add, arguments[0], leeway)))
        {
            return call.Input;
        }

        long length = arguments.Integer(0) - Operators.Length(arguments[2]);
        string end = arguments.Text(2);

        if (call.Input is not StringValue text)
        {
            throw arguments[1].IsTrue
                ? TemplateException.TypeError($"can only concatenate {call.Input.TypeName} (not \"str\") to {call.Input.TypeName}")
                : FilterSet.NoAttribute(call.Input, "rsplit");
        }

        string kept = ((StringValue)text.GetSlice(new SliceBounds(null, length, 1))).Text;
        if (!arguments[1].IsTrue)
        {
            kept = StringSplitMethods.SplitFromRight(kept, " ", 1)[0];
        }

        return text.Like(kept + end);
    }

    /// <summary>jinja2's assertion, which takes any number.</summary>
    private static void Demand(Value number, string name, Value least)
    {
        if (!Operators.Compare(CompareOperator.GreaterOrEqual, number, least))
        {
            throw new TemplateException("AssertionError", $"expected {name} >= {least.ToText()}, got {number.ToText()}");
        }
    }
}
