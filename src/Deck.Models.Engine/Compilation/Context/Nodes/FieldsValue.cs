using System.Collections.ObjectModel;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A dict in the making, entry by entry: artifacts, which have hundreds of thousands of them, write it as it is; templates get a real dict.</summary>
/// <param name="fields">Entries with different keys, now the object's own.</param>
internal sealed class FieldsValue(List<KeyValuePair<string, Value>> fields) : Value
{
    public FieldsValue(IEnumerable<KeyValuePair<string, Value>> fields)
        : this([.. fields])
    {
    }

    public ReadOnlyCollection<KeyValuePair<string, Value>> Fields => fields.AsReadOnly();

    public override string TypeName => "dict";

    public override string Repr() => ToDict().Repr();

    /// <summary>The value of a key that is there.</summary>
    public Value Find(string key) => fields.Find(f => f.Key == key).Value;

    /// <summary>Adds an entry whose key is new.</summary>
    public void Add(string key, Value value) => fields.Add(new(key, value));

    /// <summary>Puts a value in the place of the one that the key has, or behind the others.</summary>
    public void Set(string key, Value value)
    {
        int index = fields.FindIndex(f => f.Key == key);
        if (index < 0)
        {
            Add(key, value);
            return;
        }

        fields[index] = new(key, value);
    }

    /// <summary>The dict for templates, and all dicts below it.</summary>
    public DictValue ToDict() => new(fields.Select(f => KeyValuePair.Create(f.Key, ForTemplates(f.Value))));

    private static Value ForTemplates(Value value) => value switch
    {
        FieldsValue fields => fields.ToDict(),
        ListValue list when list.Items.Any(i => i is FieldsValue) => Value.List(list.Items.Select(ForTemplates)),
        _ => value,
    };
}
