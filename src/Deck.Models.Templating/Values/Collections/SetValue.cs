using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's set. Numbers come in the order in which CPython's table has them, anything else in the order of adding.</summary>
/// <remarks>The order of texts in CPython changes from run to run, so nothing can depend on it.</remarks>
public sealed class SetValue : Value
{
    private readonly OrderedDictionary<Value, Value> elements = [];

    /// <summary>The order of the elements; null once one of them is hashed by chance in Python.</summary>
    private SetSlots? slots = new();

    /// <summary>A set of the given elements; equal ones count once.</summary>
    public SetValue(IEnumerable<Value> items) => AddAll(items);

    public override string TypeName => "set";

    public override bool IsTrue => elements.Count > 0;

    public override int? Length => elements.Count;

    /// <summary>The elements in their order.</summary>
    internal IEnumerable<Value> Items => slots?.Items ?? elements.Keys;

    /// <summary>A set of what any iterable gives.</summary>
    internal static SetValue From(Value iterable)
    {
        var set = new SetValue([]);
        set.Update(iterable);
        return set;
    }

    public override string Repr() => elements.Count == 0 ? "set()" : ValueText.Sequence(this, "{", [.. Items], "}");

    public override IEnumerable<string> MemberNames => SetMethods.Table.Names;

    public override Value? GetAttribute(string name) => SetMethods.Table.Bind(this, name);

    public override IEnumerator<Value> Iterate()
    {
        int size = elements.Count;
        foreach (Value item in (Value[])[.. Items])
        {
            if (elements.Count != size)
            {
                throw new TemplateException("RuntimeError", "Set changed size during iteration");
            }

            yield return item;
        }
    }

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        ReferenceEquals(this, other) || (other is SetValue set && set.elements.Count == elements.Count && IsSubsetOf(set));

    public override int GetHashCode() => throw TemplateException.TypeError("unhashable type: 'set'");

    internal bool Has(Value item) => elements.ContainsKey(item);

    internal bool IsSubsetOf(SetValue other) => elements.Keys.All(other.Has);

    internal void Add(Value item)
    {
        if (!elements.TryAdd(item, item))
        {
            return;
        }

        if (slots is not null && PythonHash.Of(item) is long hash)
        {
            slots.Add(item, hash);
        }
        else
        {
            slots = null;
        }
    }

    /// <summary>Adds every element of an iterable, as `update` does: another set, or a dict, makes room for all at once.</summary>
    internal void Update(Value iterable)
    {
        switch (iterable)
        {
            case SetValue set when !IsTrue && slots is not null && set.slots is not null:
                foreach (Value item in set.Items)
                {
                    elements.Add(item, item);
                }

                slots.CopyFrom(set.slots);
                break;
            case SetValue or DictValue when !ReferenceEquals(this, iterable) && iterable.IsTrue:
                slots?.Reserve(iterable.Length ?? 0);
                AddAll(Sequences.ToList(iterable));
                break;
            default:
                AddAll(Sequences.ToList(iterable));
                break;
        }
    }

    internal bool Remove(Value item)
    {
        bool found = elements.Remove(item);
        if (found)
        {
            slots?.Remove(item);
        }

        return found;
    }

    /// <summary>Removes an element and gives it; the set is not empty.</summary>
    internal Value Pop()
    {
        Value item = slots?.Pop() ?? elements.GetAt(0).Key;
        elements.Remove(item);
        return item;
    }

    internal void Clear()
    {
        elements.Clear();
        slots ??= new();
        slots.Clear();
    }

    /// <summary>Takes over the elements of another set, in its order.</summary>
    internal void Become(SetValue other)
    {
        elements.Clear();
        foreach (Value item in other.elements.Keys)
        {
            elements.Add(item, item);
        }

        if (slots is not null && other.slots is not null)
        {
            slots.Become(other.slots);
        }
        else
        {
            slots = other.slots;
        }
    }

    /// <summary>Makes a table good again that many elements were removed from.</summary>
    internal void Tidy() => slots?.Tidy();

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) =>
        op == BinaryOperator.Subtract && !reflected && other is SetValue ? SetAlgebra.Difference(this, other) : null;

    protected internal override bool? Order(CompareOperator op, Value other) =>
        other is not SetValue set ? null
        : op switch
        {
            CompareOperator.Less => elements.Count < set.elements.Count && IsSubsetOf(set),
            CompareOperator.LessOrEqual => IsSubsetOf(set),
            CompareOperator.Greater => set.elements.Count < elements.Count && set.IsSubsetOf(this),
            _ => set.IsSubsetOf(this),
        };

    /// <summary>A set is looked for as the frozenset that no template can make, and so never found.</summary>
    protected internal override bool? ContainsItem(Value item) => item is not SetValue && Has(item);

    private void AddAll(IEnumerable<Value> items)
    {
        foreach (Value item in items)
        {
            Add(item);
        }
    }
}
