using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;

namespace Deck.Models.Templating.Values;

/// <summary>A value of the template language, with Python's protocol: text, truth, attributes, items, calls, iteration, comparison.</summary>
/// <remarks>
/// Leaf types are sealed. Types of the host (relations, query results) derive from this class and override what they support; what
/// they leave alone behaves as a plain Python object does. Every operation may throw a <see cref="TemplateException"/>, which carries
/// the Python exception class; nothing else escapes.
/// </remarks>
public abstract class Value : IEquatable<Value>
{
    /// <summary>Python's None.</summary>
    public static Value None => NoneValue.Instance;

    /// <summary>Python's name of the type, such as `str` or `NoneType`: it stands in error messages.</summary>
    public abstract string TypeName { get; }

    /// <summary>Truth in a condition.</summary>
    public virtual bool IsTrue => true;

    /// <summary>Number of elements (`len`), or null where the type has none.</summary>
    public virtual int? Length => null;

    /// <summary>True where the value can be called.</summary>
    public virtual bool IsCallable => false;

    /// <summary>True for a missing value of either kind (see <see cref="UndefinedValue"/>).</summary>
    public virtual bool IsUndefined => false;

    /// <summary>Python's `collections.abc.Mapping`: a dict, and what dbt makes look like one (relations).</summary>
    public virtual bool IsMapping => false;

    /// <summary>True where the value has the same attributes in every phase, so that one that it lacks is a mistake whenever it is called.</summary>
    public virtual bool HasFixedAttributes => false;

    /// <summary>True where Jinja's test `sequence` holds: the type has a length and items.</summary>
    public virtual bool IsSequence => false;

    /// <summary>True for None.</summary>
    public bool IsNone => ReferenceEquals(this, NoneValue.Instance);

    /// <summary>A bool.</summary>
    public static Value Of(bool value) => BooleanValue.From(value);

    /// <summary>An int.</summary>
    public static Value Of(long value) => IntegerValue.From(value);

    /// <summary>An int of any size.</summary>
    public static Value Of(BigInteger value) => IntegerValue.From(value);

    /// <summary>A float.</summary>
    public static Value Of(double value) => new FloatValue(value);

    /// <summary>A `str`; null gives None.</summary>
    public static Value Of(string? value) => value is null ? None : new StringValue(value);

    /// <summary>A list of the given elements.</summary>
    public static ListValue List(params IEnumerable<Value> items) => new(items);

    /// <summary>A tuple over an array that the caller hands over.</summary>
    public static TupleValue Tuple(params Value[] items) => TupleValue.Own(items);

    /// <summary>Python's `repr`: how the value stands inside a printed container.</summary>
    public abstract string Repr();

    /// <summary>Python's `str`: what an output tag prints.</summary>
    public virtual string ToText() => Repr();

    /// <summary>An attribute (`getattr`), or null where there is none. Never looks at items.</summary>
    public virtual Value? GetAttribute(string name) => null;

    /// <summary>Names of attributes, and of items under text keys, that a misspelt one may have been meant to be.</summary>
    public virtual IEnumerable<string> MemberNames => [];

    /// <summary>An item (`x[key]`), or null where the key is missing or the type has no items.</summary>
    /// <exception cref="TemplateException">The key cannot be hashed, or the value refuses.</exception>
    public virtual Value? GetItem(Value key) => null;

    /// <summary>Calls the value; <see cref="IsCallable"/> says whether it can be.</summary>
    public virtual Value Call(Arguments arguments) => throw TemplateException.TypeError($"'{TypeName}' object is not callable");

    /// <summary>Elements one by one, or null where the type cannot be iterated. An iterator gives its own, rest first seen.</summary>
    public virtual IEnumerator<Value>? Iterate() => null;

    /// <summary>Python's `==`. Both operands are asked; by default a value equals itself only.</summary>
    public virtual bool Equals([NotNullWhen(true)] Value? other) => ReferenceEquals(this, other);

    public sealed override bool Equals(object? obj) => obj is Value other && Equals(other);

    /// <summary>Python's `hash`, consistent with <see cref="Equals(Value?)"/>.</summary>
    /// <exception cref="TemplateException">The type is unhashable (list, dict, set).</exception>
    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    /// <summary>The same text as <see cref="ToText"/>.</summary>
    public sealed override string ToString() => ToText();

    /// <summary>Elements last to first (`reversed`), or null where the type has no such order.</summary>
    public virtual IEnumerator<Value>? IterateReversed() => null;

    /// <summary>An item by slice, or null where the type cannot be sliced.</summary>
    internal virtual Value? GetSlice(SliceBounds bounds) => null;

    /// <summary>One side of a binary operator (`__add__`, or `__radd__` where reflected), or null for Python's NotImplemented.</summary>
    protected internal virtual Value? Operate(BinaryOperator op, Value other, bool reflected) => null;

    /// <summary>`-this`, or null where the type has no sign.</summary>
    protected internal virtual Value? Negated() => null;

    /// <summary>One of the four order operators with this value on the left, or null for Python's NotImplemented.</summary>
    protected internal virtual bool? Order(CompareOperator op, Value other) => null;

    /// <summary>`item in this`, or null where the elements are to be searched one by one.</summary>
    protected internal virtual bool? ContainsItem(Value item) => null;

    /// <summary>Python's `format(value, specification)`.</summary>
    protected internal virtual string Format(string specification) =>
        specification.Length == 0
            ? ToText()
            : throw TemplateException.TypeError($"unsupported format string passed to {TypeName}.__format__");
}
