using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Between YAML nodes and values of the template language.</summary>
public static class YamlValues
{
    /// <summary>The node as Python has it after `yaml.safe_load`, dates as ISO texts; a new value at each call.</summary>
    public static Value ToValue(YamlNode node) => node switch
    {
        YamlScalar scalar => scalar.Value,
        YamlSequence sequence => new ListValue(sequence.Items.Select(ToValue)),
        YamlMapping mapping => ToDict(mapping),
        _ => throw new InvalidOperationException($"unknown YAML node {node}"),
    };

    public static DictValue ToDict(YamlMapping mapping)
    {
        DictValue dict = new();
        foreach (YamlEntry entry in mapping.Entries)
        {
            dict.Entries[entry.KeyValue] = ToValue(entry.Value);
        }

        return dict;
    }

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
        _ => new YamlScalar { Location = location, Value = value, Text = value.ToText(), IsQuoted = value is StringValue },
    };
}
