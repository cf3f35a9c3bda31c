using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's set. Elements come in the order they were added, ints sorted as CPython's hashing mostly has them.</summary>
public sealed class SetValue : Value
{
    /// <summary>A set of the given elements; equal ones count once.</summary>
    public SetValue(IEnumerable<Value> items)
    {
        foreach (Value item in items)
        {
            Elements.TryAdd(item, item);
        }
    }

    public override string TypeName => "set";

    public override bool IsTrue => Elements.Count > 0;

    public override int? Length => Elements.Count;

    internal OrderedDictionary<Value, Value> Elements { get; } = [];

    public override string Repr() => Elements.Count == 0 ? "set()" : ValueText.Sequence(this, "{", SetOrder.Of(this), "}");

    public override IEnumerable<string> MemberNames => SetMethods.Table.Names;

    public override Value? GetAttribute(string name) => SetMethods.Table.Bind(this, name);

    public override IEnumerator<Value> Iterate()
    {
        int size = Elements.Count;
        foreach (Value item in SetOrder.Of(this))
        {
            if (Elements.Count != size)
            {
                throw new TemplateException("RuntimeError", "Set changed size during iteration");
            }

            yield return item;
        }
    }

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        ReferenceEquals(this, other) || (other is SetValue set && set.Elements.Count == Elements.Count && IsSubsetOf(set));

    public override int GetHashCode() => throw TemplateException.TypeError("unhashable type: 'set'");

    internal bool IsSubsetOf(SetValue other)
    {
        foreach (Value item in Elements.Keys)
        {
            if (!other.Elements.ContainsKey(item))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>The elements that another set has, or has not.</summary>
    internal SetValue Where(SetValue other, bool present) => new(Elements.Keys.Where(item => other.Elements.ContainsKey(item) == present));

    internal SetValue Union(SetValue other) => new(Elements.Keys.Concat(other.Elements.Keys));

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) =>
        op == BinaryOperator.Subtract && !reflected && other is SetValue set ? Where(set, false) : null;

    protected internal override bool? Order(CompareOperator op, Value other) =>
        other is not SetValue set ? null
        : op switch
        {
            CompareOperator.Less => Elements.Count < set.Elements.Count && IsSubsetOf(set),
            CompareOperator.LessOrEqual => IsSubsetOf(set),
            CompareOperator.Greater => set.Elements.Count < Elements.Count && set.IsSubsetOf(this),
            _ => set.IsSubsetOf(this),
        };

    /// <summary>A set is looked for as the frozenset that no template can make, and so never found.</summary>
    protected internal override bool? ContainsItem(Value item) => item is not SetValue && Elements.ContainsKey(item);
}
