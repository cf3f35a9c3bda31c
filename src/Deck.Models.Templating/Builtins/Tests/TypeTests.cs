using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The tests that ask what a value is.</summary>
internal static class TypeTests
{
    public static ValueTest[] All { get; } =
    [
        Of("defined()", v => !v.IsUndefined),
        Of("undefined()", v => v.IsUndefined),
        Of("none()", v => v.IsNone),
        Of("boolean()", v => v is BooleanValue),
        Of("true()", v => ReferenceEquals(v, BooleanValue.True)),
        Of("false()", v => ReferenceEquals(v, BooleanValue.False)),
        Of("integer()", v => v is IntegerValue),
        Of("float()", v => v is FloatValue),
        Of("number()", v => v is IntegerValue or FloatValue or BooleanValue or DecimalValue),
        Of("string()", v => v is StringValue),
        Of("mapping()", v => v.IsMapping),
        Of("sequence()", v => v.IsSequence),
        Of("iterable()", v => v.Iterate() is not null),
        Of("callable()", v => v.IsCallable),
        Of("escaped()", v => v is StringValue { IsMarkup: true }),
        Of("lower()", v => StringClassMethods.IsInCase(v.ToText(), CaseMapping.IsLower)),
        Of("upper()", v => StringClassMethods.IsInCase(v.ToText(), CaseMapping.IsUpper)),
        new("filter", c => Named(c, "filter", name => c.Environment.TryFindFilter(name, out _))),
        new("test", c => Named(c, "test", name => c.Environment.TryFindTest(name, out _))),
    ];

    private static ValueTest Of(string signature, Func<Value, bool> holds)
    {
        Signature parsed = Signature.Parse(signature);
        return new ValueTest(parsed.Name, call =>
        {
            parsed.Bind(call.Arguments);
            return holds(call.Input);
        });
    }

    private static bool Named(FilterCall call, string test, Func<string, bool> exists)
    {
        Signature.Parse(test + "()").Bind(call.Arguments);
        // Python looks the value up in a dict of names: what cannot be hashed is a TypeError.
        _ = call.Input.GetHashCode();
        return call.Input is StringValue name && exists(name.Text);
    }
}
