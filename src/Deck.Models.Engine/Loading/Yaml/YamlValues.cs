using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Between YAML nodes and values of the template language.</summary>
public static class YamlValues
{
    /// <summary>The node as dbt has it in what it reads from files, dates as ISO texts; a new value at each call.</summary>
    public static Value ToValue(YamlNode node) => Convert(node, scalar => scalar.Value);

    /// <summary>The node as `yaml.safe_load` gives it, dates as date objects; a new value at each call.</summary>
    public static Value ToLoadedValue(YamlNode node) => Convert(node, scalar => scalar.Loaded);

    public static DictValue ToDict(YamlMapping mapping) => Convert(mapping, scalar => scalar.Value);

    /// <summary>A value as a node that stands at the given place, such as the result of rendering a YAML string.</summary>
    public static YamlNode ToNode(Value value, Location location) => value switch
    {
        ListValue list => new YamlSequence { Location = location, Items = [.. list.Items.Select(i => ToNode(i, location))] },
        TupleValue tuple => new YamlSequence { Location = location, Items = [.. tuple.Items.Select(i => ToNode(i, location))] },
        DictValue dict => new YamlMapping
        {
            Location = location,
            Entries = [.. dict.Entries.Select(e => new YamlEntry(e.Key.ToText(), location, ToNode(e.Value, location)) { KeyValue = e.Key })],
        },
        _ => new YamlScalar { Location = location, Loaded = value, Text = value.ToText(), IsQuoted = value is StringValue },
    };

    private static Value Convert(YamlNode node, Func<YamlScalar, Value> convert) => node switch
    {
        YamlScalar scalar => convert(scalar),
        YamlSequence sequence => new ListValue(sequence.Items.Select(i => Convert(i, convert))),
        YamlMapping mapping => Convert(mapping, convert),
        _ => throw new InvalidOperationException($"unknown YAML node {node}"),
    };

    private static DictValue Convert(YamlMapping mapping, Func<YamlScalar, Value> convert)
    {
        DictValue dict = new();
        foreach (YamlEntry entry in mapping.Entries)
        {
            dict.Entries[entry.KeyValue] = Convert(entry.Value, convert);
        }

        return dict;
    }
}
