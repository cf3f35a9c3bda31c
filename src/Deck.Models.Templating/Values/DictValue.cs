using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>Python's dict: insertion-ordered, shared by reference, changed in place.</summary>
public sealed class DictValue : Value
{
    private readonly OrderedDictionary<Value, Value> entries = [];

    public DictValue()
    {
    }

    public DictValue(IEnumerable<KeyValuePair<string, Value>> entries)
    {
        foreach ((string key, Value value) in entries)
        {
            Set(key, value);
        }
    }

    /// <summary>The live entries in insertion order.</summary>
    public IDictionary<Value, Value> Entries => entries;

    public override string TypeName => "dict";

    public override bool IsTrue => entries.Count > 0;

    public override int? Length => entries.Count;

    /// <summary>Sets a string key, keeping its place where it exists.</summary>
    public void Set(string key, Value value) => entries[Of(key)] = value;

    public bool TryGet(string key, [NotNullWhen(true)] out Value? value) => entries.TryGetValue(Of(key), out value);

    public override string Repr() => $"{{{string.Join(", ", entries.Select(e => $"{e.Key.Repr()}: {e.Value.Repr()}"))}}}";
}
