using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's dict: insertion-ordered, shared by reference, changed in place.</summary>
public sealed class DictValue : Value
{
    /// <summary>An empty dict.</summary>
    public DictValue()
    {
    }

    /// <summary>A dict of text keys.</summary>
    public DictValue(IEnumerable<KeyValuePair<string, Value>> entries)
    {
        if (entries.TryGetNonEnumeratedCount(out int count))
        {
            Table.EnsureCapacity(count);
        }

        foreach ((string key, Value value) in entries)
        {
            Set(key, value);
        }
    }

    public DictValue(params KeyValuePair<string, Value>[] entries)
    {
        Table.EnsureCapacity(entries.Length);
        foreach ((string key, Value value) in entries)
        {
            Set(key, value);
        }
    }

    /// <summary>The live entries in insertion order.</summary>
    public IDictionary<Value, Value> Entries => Table;

    public override string TypeName => IsOrderedDict ? "collections.OrderedDict" : "dict";

    public override bool IsTrue => Table.Count > 0;

    public override int? Length => Table.Count;

    public override bool IsMapping => true;

    public override bool IsSequence => true;

    /// <summary>Those of the keys that are texts.</summary>
    internal IEnumerable<string> TextKeys => Table.Keys.OfType<StringValue>().Select(k => k.Text);

    /// <summary>True for what prints as an OrderedDict.</summary>
    internal bool IsOrderedDict { get; init; }

    internal OrderedDictionary<Value, Value> Table { get; } = [];

    /// <summary>Sets a string key, keeping its place where it exists.</summary>
    public void Set(string key, Value value) => Table[new StringValue(key)] = value;

    /// <summary>The value under a text key.</summary>
    public bool TryGet(string key, [NotNullWhen(true)] out Value? value) => Table.TryGetValue(new StringValue(key), out value);

    public override string Repr() =>
        IsOrderedDict && Table.Count == 0 ? "OrderedDict()"
        : IsOrderedDict ? $"OrderedDict({ValueText.Sequence(this, "[", [.. Table.Select(e => Tuple(e.Key, e.Value))], "]")})"
        : Table.Count == 0 ? "{}"
        : ValueText.Mapping(this);

    public override IEnumerable<string> MemberNames => DictMethods.Table.Names.Concat(TextKeys);

    public override Value? GetAttribute(string name) => DictMethods.Table.Bind(this, name);

    public override Value? GetItem(Value key) => Table.TryGetValue(key, out Value? value) ? value : null;

    public override IEnumerator<Value> Iterate() => DictWalk.Over(this, static entry => entry.Key);

    public override IEnumerator<Value> IterateReversed() => DictWalk.Reversed(this, static entry => entry.Key);

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        ReferenceEquals(this, other)
        || (other is DictValue dict && dict.Table.Count == Table.Count && ContainerEquality.Holds(this, dict, static (left, right) => left.HasEntriesOf(right)));

    public override int GetHashCode() => throw TemplateException.TypeError("unhashable type: 'dict'");

    /// <summary>A dict of the same entries.</summary>
    internal DictValue Copy()
    {
        var copy = new DictValue();
        copy.Table.EnsureCapacity(Table.Count);
        foreach ((Value key, Value value) in Table)
        {
            copy.Table[key] = value;
        }

        return copy;
    }

    protected internal override bool? ContainsItem(Value item) => Table.ContainsKey(item);

    private bool HasEntriesOf(DictValue other)
    {
        foreach ((Value key, Value value) in Table)
        {
            if (!other.Table.TryGetValue(key, out Value? second) || !SequenceOrder.Same(value, second))
            {
                return false;
            }
        }

        return true;
    }
}
