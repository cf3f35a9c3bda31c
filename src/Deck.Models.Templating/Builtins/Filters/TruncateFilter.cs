using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filter `truncate`.</summary>
internal static class TruncateFilter
{
    /// <summary>jinja2's default tolerance: a text this much longer stays whole.</summary>
    private const long DefaultLeeway = 5;

    public static Value Apply(FilterCall call, BoundArguments arguments)
    {
        long length = arguments.Integer(0);
        string end = arguments.Text(2);
        long leeway = arguments[3].IsNone ? DefaultLeeway : arguments.Integer(3);
        int endLength = CodePoints.Count(end);
        if (length < endLength || leeway < 0)
        {
            throw new TemplateException("AssertionError", length < endLength ? $"expected length >= {endLength}, got {length}" : $"expected leeway >= 0, got {leeway}");
        }

        if (Operators.Length(call.Input) <= length + leeway)
        {
            return call.Input;
        }

        if (call.Input is not StringValue text)
        {
            throw arguments[1].IsTrue
                ? TemplateException.TypeError($"can only concatenate {call.Input.TypeName} (not \"str\") to {call.Input.TypeName}")
                : FilterSet.NoAttribute(call.Input, "rsplit");
        }

        string kept = ((StringValue)text.GetSlice(new SliceBounds(null, length - endLength, 1))).Text;
        if (!arguments[1].IsTrue)
        {
            kept = StringSplitMethods.SplitFromRight(kept, " ", 1)[0];
        }

        return text.Like(kept + end);
    }
}
