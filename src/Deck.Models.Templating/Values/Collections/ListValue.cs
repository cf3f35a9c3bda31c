using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's list: shared by reference, changed in place.</summary>
public sealed class ListValue : Value
{
    private readonly List<Value> items;

    /// <summary>A list of its own with the given elements.</summary>
    public ListValue(IEnumerable<Value> items) => this.items = [.. items];

    private ListValue(List<Value> items) => this.items = items;

    /// <summary>The live elements; changing them changes the list for everyone who holds it.</summary>
    public IList<Value> Items => items;

    public override string TypeName => "list";

    public override bool IsTrue => items.Count > 0;

    public override int? Length => items.Count;

    public override bool IsSequence => true;

    internal List<Value> Elements => items;

    /// <summary>A list over elements that the caller hands over.</summary>
    internal static ListValue Own(List<Value> items) => new(items);

    public override string Repr() => items.Count == 0 ? "[]" : ValueText.Sequence(this, "[", items, "]");

    public override IEnumerable<string> MemberNames => ListMethods.Table.Names;

    public override Value? GetAttribute(string name) => ListMethods.Table.Bind(this, name);

    public override Value? GetItem(Value key) =>
        IntegerValue.TryFrom(key, out IntegerValue? index) && SequenceOrder.Place(index, items.Count) is int place and >= 0 ? items[place] : null;

    /// <summary>Live: elements appended while the list is walked are seen.</summary>
    public override IEnumerator<Value> Iterate()
    {
        for (int i = 0; i < items.Count; i++)
        {
            yield return items[i];
        }
    }

    public override IEnumerator<Value> IterateReversed()
    {
        for (int i = items.Count - 1; i >= 0; i--)
        {
            if (i < items.Count)
            {
                yield return items[i];
            }
        }
    }

    public override bool Equals([NotNullWhen(true)] Value? other) => 
        ReferenceEquals(this, other)
        || (other is ListValue list && list.items.Count == items.Count && ContainerEquality.Holds(this, list, static (left, right) => SequenceOrder.Equal(left.items, right.items)));

    public override int GetHashCode() => throw TemplateException.TypeError("unhashable type: 'list'");

    internal override Value GetSlice(SliceBounds bounds)
    {
        SliceRange range = bounds.Over(items.Count);
        if (range.Step == 1)
        {
            return new ListValue(items.GetRange(range.Start, range.Count));
        }

        var slice = new List<Value>(range.Count);
        for (int i = 0; i < range.Count; i++)
        {
            slice.Add(items[range[i]]);
        }

        return new ListValue(slice);
    }

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected)
    {
        switch (op)
        {
            case BinaryOperator.Add when !reflected:
                SequenceLimits.Demand(1, items.Count + (long)(other.Length ?? 0));
                return other is ListValue list ? new ListValue([.. items, .. list.items])
                    : other.IsUndefined ? null
                    : throw TemplateException.TypeError($"can only concatenate list (not \"{other.TypeName}\") to list");
            case BinaryOperator.Multiply when IntegerValue.TryFrom(other, out IntegerValue? count):
                SequenceLimits.Demand(items.Count, count.Clamped);
                var repeated = new List<Value>(items.Count * (int)Math.Max(count.Clamped, 0));
                for (long i = 0; i < count.Clamped && items.Count > 0; i++)
                {
                    repeated.AddRange(items);
                }

                return new ListValue(repeated);
            default:
                return null;
        }
    }

    protected internal override bool? Order(CompareOperator op, Value other) => other is ListValue list ? SequenceOrder.Compare(op, items, list.items) : null;

    protected internal override bool? ContainsItem(Value item) => SequenceOrder.IndexOf(items, item, 0, items.Count) >= 0;
}
