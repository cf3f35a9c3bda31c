using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>Nodes as the objects that `results` hold: the dict that `graph` shows, its parts as attributes.</summary>
internal static class NodeRecords
{
    private static readonly string[] Parts = ["checksum", "depends_on", "docs", "contract"];

    /// <param name="compiled">What compiling the node gave, or null.</param>
    public static RecordValue Of(Node node, string? compiled)
    {
        DictValue fields = Describe(node, compiled);
        foreach (string part in Parts)
        {
            if (fields.TryGet(part, out Value? value) && value is DictValue dict)
            {
                fields.Set(part, Record(part, dict));
            }
        }

        if (fields.TryGet("config", out Value? config) && config is DictValue settings)
        {
            fields.Set("config", new ConfigRecordValue(settings));
        }

        if (fields.TryGet("columns", out Value? columns) && columns is DictValue described)
        {
            fields.Set("columns", new DictValue(described.Entries.Select(c => KeyValuePair.Create(c.Key.ToText(), c.Value is DictValue column ? Record("ColumnInfo", column) : c.Value))));
        }

        return new RecordValue(node.GetType().Name, fields, () => Describe(node, compiled));
    }

    private static DictValue Describe(Node node, string? compiled)
    {
        DictValue dict = NodeDict.Of(node);
        dict.Set("compiled", Value.Of(compiled is not null));
        dict.Set("compiled_code", Value.Of(compiled));
        return dict;
    }

    private static RecordValue Record(string name, DictValue fields) => new RecordValue(name, fields, () => fields);
}
