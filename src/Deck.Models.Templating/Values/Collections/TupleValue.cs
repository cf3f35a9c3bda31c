using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Deck.Models.Templating.Values;

/// <summary>Python's tuple, possibly with names for its places (a named tuple).</summary>
public sealed class TupleValue(ImmutableArray<Value> items) : Value
{
    private readonly Names? names;
    private int? knownHash;
    private Lazy<long?>? stableHash;

    private TupleValue(ImmutableArray<Value> items, Names names)
        : this(items) => this.names = names;

    /// <summary>`()`.</summary>
    public static TupleValue Empty { get; } = new([]);

    /// <summary>The elements.</summary>
    public ImmutableArray<Value> Items { get; } = items;

    public override string TypeName => names?.TypeName ?? "tuple";

    public override bool IsTrue => Items.Length > 0;

    public override int? Length => Items.Length;

    public override bool IsSequence => true;

    /// <summary>Python's own hash, where it is the same in every run.</summary>
    internal long? StableHash => (stableHash ??= new Lazy<long?>(() => PythonHash.OfTuple(this))).Value;

    /// <summary>A tuple over an array that the caller hands over and changes no more.</summary>
    public static TupleValue Own(Value[] items) => items.Length == 0 ? Empty : new TupleValue(ImmutableCollectionsMarshal.AsImmutableArray(items));

    /// <summary>A tuple whose places are attributes too, as jinja2's groups (`grouper`, `list`) are.</summary>
    public static TupleValue Named(string typeName, string[] names, params Value[] items) =>
        new(ImmutableCollectionsMarshal.AsImmutableArray(items), new Names(typeName, names));

    public override string Repr()
    {
        string[]? shown = names?.Shown;
        if (shown is null)
        {
            return ValueText.Sequence(this, "(", Items, Items.Length == 1 ? ",)" : ")");
        }

        return $"{TypeName}({string.Join(", ", shown.Select((name, i) => $"{name}={Items[i].Repr()}"))})";
    }

    public override IEnumerable<string> MemberNames => TupleMethods.Table.Names.Concat(names?.Shown ?? []);

    public override Value? GetAttribute(string name)
    {
        int place = names is null ? -1 : Array.IndexOf(names.Places, name);
        return place >= 0 ? Items[place] : TupleMethods.Table.Bind(this, name);
    }

    public override Value? GetItem(Value key) =>
        IntegerValue.TryFrom(key, out IntegerValue? index) && SequenceOrder.Place(index, Items.Length) is int place and >= 0 ? Items[place] : null;

    public override IEnumerator<Value> Iterate() => ((IEnumerable<Value>)Items).GetEnumerator();

    public override IEnumerator<Value> IterateReversed()
    {
        for (int i = Items.Length - 1; i >= 0; i--)
        {
            yield return Items[i];
        }
    }

    public override bool Equals([NotNullWhen(true)] Value? other) => 
        ReferenceEquals(this, other)
        || (other is TupleValue tuple && tuple.Items.Length == Items.Length && ContainerEquality.Holds(this, tuple, static (left, right) => SequenceOrder.Equal(left.Items, right.Items)));

    /// <summary>Computed once: tuples of tuples that share their parts are hashed in time that grows with the parts.</summary>
    public override int GetHashCode()
    {
        if (knownHash is int known)
        {
            return known;
        }

        SequenceLimits.DemandStack();
        var hash = default(HashCode);
        foreach (Value item in Items)
        {
            hash.Add(item.GetHashCode());
        }

        int computed = hash.ToHashCode();
        knownHash = computed;
        return computed;
    }

    internal override Value GetSlice(SliceBounds bounds)
    {
        SliceRange range = bounds.Over(Items.Length);
        var slice = new Value[range.Count];
        for (int i = 0; i < slice.Length; i++)
        {
            slice[i] = Items[range[i]];
        }

        return Own(slice);
    }

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected)
    {
        switch (op)
        {
            case BinaryOperator.Add when !reflected:
                SequenceLimits.Demand(1, Items.Length + (long)(other.Length ?? 0));
                return other is TupleValue tuple ? new TupleValue([.. Items, .. tuple.Items])
                    : other.IsUndefined ? null
                    : throw TemplateException.TypeError($"can only concatenate tuple (not \"{other.TypeName}\") to tuple");
            case BinaryOperator.Multiply when IntegerValue.TryFrom(other, out IntegerValue? count):
                SequenceLimits.Demand(Items.Length, count.Clamped);
                var repeated = new Value[Items.Length * (int)Math.Max(count.Clamped, 0)];
                for (int i = 0; i < repeated.Length; i++)
                {
                    repeated[i] = Items[i % Items.Length];
                }

                return Own(repeated);
            default:
                return null;
        }
    }

    protected internal override bool? Order(CompareOperator op, Value other) => other is TupleValue tuple ? SequenceOrder.Compare(op, Items, tuple.Items) : null;

    protected internal override bool? ContainsItem(Value item) => SequenceOrder.IndexOf(Items, item, 0, Items.Length) >= 0;

    /// <summary>The names of a named tuple's places; jinja2 shows its own groups as plain tuples.</summary>
    private sealed record Names(string TypeName, string[] Places)
    {
        public string[]? Shown => TypeName == "_GroupTuple" ? null : Places;
    }
}
