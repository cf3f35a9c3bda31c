namespace Deck.Models.Templating.Values;

/// <summary>Python's operators over template values.</summary>
/// <remarks>Wrong operands throw a <see cref="TemplateException"/> of Python's class with Python's message.</remarks>
public static class Operators
{
    public static Value Binary(BinaryOperator op, Value left, Value right) => throw new NotSupportedException();

    public static Value Negate(Value operand) => throw new NotSupportedException();

    public static Value Plus(Value operand) => throw new NotSupportedException();

    public static Value Not(Value operand) => Value.Of(!operand.IsTrue);

    /// <summary>One comparison; chains (`a &lt; b &lt; c`) are the caller's.</summary>
    public static bool Compare(CompareOperator op, Value left, Value right) => throw new NotSupportedException();

    /// <summary>Python's `item in container`.</summary>
    public static bool Contains(Value container, Value item) => throw new NotSupportedException();

    /// <summary>The iterator of a value; TypeError where it has none.</summary>
    public static IEnumerator<Value> Iterate(Value value) =>
        value.Iterate() ?? throw TemplateException.TypeError($"'{value.TypeName}' object is not iterable");

    /// <summary>The elements for `a, b = value`: exactly <paramref name="count"/>, or ValueError.</summary>
    public static Value[] Unpack(Value value, int count) => throw new NotSupportedException();
}
