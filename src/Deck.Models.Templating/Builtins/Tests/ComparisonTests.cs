using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The tests that compare a value with another.</summary>
internal static class ComparisonTests
{
    public static ValueTest[] All { get; } =
    [
        .. Comparisons(CompareOperator.Equal, "eq", "equalto", "=="),
        .. Comparisons(CompareOperator.NotEqual, "ne", "!="),
        .. Comparisons(CompareOperator.Greater, "gt", "greaterthan", ">"),
        .. Comparisons(CompareOperator.GreaterOrEqual, "ge", ">="),
        .. Comparisons(CompareOperator.Less, "lt", "lessthan", "<"),
        .. Comparisons(CompareOperator.LessOrEqual, "le", "<="),
        Of("in", "(seq)", (value, a) => Operators.Contains(a[0], value)),
        Of("sameas", "(other)", (value, a) => IsSame(value, a[0])),
        Of("divisibleby", "(num)", (value, a) => IsMultiple(value, a[0], 0)),
        Of("even", "()", (value, _) => IsMultiple(value, Value.Of(2), 0)),
        Of("odd", "()", (value, _) => IsMultiple(value, Value.Of(2), 1)),
    ];

    private static IEnumerable<ValueTest> Comparisons(CompareOperator op, params string[] names) =>
        names.Select(name => Of(name, "(b, /)", (value, a) => Operators.Compare(op, value, a[0])));

    private static ValueTest Of(string name, string parameters, Func<Value, BoundArguments, bool> holds)
    {
        Signature signature = Signature.Parse(name + parameters);
        return new ValueTest(name, call => holds(call.Input, signature.Bind(call.Arguments)));
    }

    private static bool IsMultiple(Value value, Value divisor, int rest) => Operators.Binary(BinaryOperator.Modulo, value, divisor).Equals(Value.Of(rest));

    /// <summary>Identity, with CPython's shared small ints and short names.</summary>
    private static bool IsSame(Value value, Value other) =>
        ReferenceEquals(value, other)
        || (value is IntegerValue a && other is IntegerValue b && a.Equals(b) && a.Clamped is >= -5 and <= 256)
        || (value is StringValue { IsMarkup: false } s && other is StringValue { IsMarkup: false } t && s.Text == t.Text)
        || (value is TupleValue { Items.Length: 0 } && other is TupleValue { Items.Length: 0 });
}
