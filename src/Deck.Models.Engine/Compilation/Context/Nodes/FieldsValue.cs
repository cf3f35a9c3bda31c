using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A dict in the making, entry by entry: artifacts write it as it is, templates get a real dict.</summary>
/// <param name="fields">Entries with different keys, now the object's own.</param>
internal sealed class FieldsValue(List<KeyValuePair<string, Value>> fields) : Value, IFields
{
    public FieldsValue()
        : this([])
    {
    }

    public FieldsValue(IEnumerable<KeyValuePair<string, Value>> fields)
        : this([.. fields])
    {
    }

    public IReadOnlyList<KeyValuePair<string, Value>> Fields => fields;

    public override string TypeName => "dict";

    /// <summary>What is written of some content.</summary>
    public static FieldsValue Of<T>(T content, Action<IFields, T> write)
        where T : class
    {
        FieldsValue written = new();
        write(written, content);
        return written;
    }

    public override string Repr() => ToDict().Repr();

    /// <summary>The value of a key that is there.</summary>
    public Value Find(string key) => fields.Find(f => f.Key == key).Value;

    public void Add(string key, Value value) => fields.Add(new(key, value));

    public void Add(string key, string? text) => Add(key, Of(text));

    public void Add(string key, ImmutableArray<string> texts) => Add(key, NodeFields.Texts(texts));

    public void AddDict<T>(string key, T content, Action<IFields, T> write)
        where T : class => Add(key, Of(content, write));

    public void AddDicts<T>(string key, ImmutableArray<T> items, Action<IFields, T> write)
        where T : class => Add(key, List(items.Select(i => Of(i, write))));

    public void AddLists<T>(string key, ImmutableArray<T> items, Func<T, ImmutableArray<string>> texts)
        where T : class => Add(key, List(items.Select(i => NodeFields.Texts(texts(i)))));

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
