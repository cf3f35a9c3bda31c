using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Explicit tags of lists and mappings, as PyYAML's safe constructor takes them.</summary>
internal static class YamlTags
{
    public const string Prefix = "tag:yaml.org,2002:";

    /// <summary>The kind of a tag: `str` of `!!str`; empty where there is none.</summary>
    public static string KindOf(string tag) =>
        tag == "!" ? ""
        : tag.StartsWith(Prefix, StringComparison.Ordinal) ? tag[Prefix.Length..]
        : tag;

    /// <summary>A list or mapping as its tag wants it; a tag that does not fit is reported.</summary>
    public static YamlNode Apply(string kind, YamlNode node, List<Diagnostic> diagnostics)
    {
        switch (kind, node)
        {
            case ("", _):
            case ("seq", YamlSequence):
            case ("map", YamlMapping):
                return node;
            case ("set", YamlMapping mapping):
                return Scalar(node, new SetValue(mapping.Entries.Select(e => e.KeyValue)));
            case ("omap" or "pairs", YamlSequence list) when list.Items.All(item => item is YamlMapping { Entries.Length: 1 }):
                return Scalar(node, new ListValue(list.Items.OfType<YamlMapping>().Select(pair => Pair(pair.Entries[0]))));
            default:
                diagnostics.Add(Diagnostic.Error(YamlCodes.BadTag, $"tag `{kind}` does not fit this value", node.Location));
                return node;
        }
    }

    private static YamlScalar Scalar(YamlNode node, Value value) => new() { Location = node.Location, Loaded = value, Text = value.ToText() };

    private static TupleValue Pair(YamlEntry entry) => Value.Tuple(entry.KeyValue, YamlValues.ToLoadedValue(entry.Value));
}
