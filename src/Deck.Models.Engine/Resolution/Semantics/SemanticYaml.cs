using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>A mapping of a properties file with the readers that semantic models, metrics and saved queries need; its shape was checked when it was loaded.</summary>
internal sealed class SemanticYaml(YamlMapping yaml, string package, ResolutionSession session, Descriptions descriptions)
{
    public Location Location => yaml.Location;

    public string Name => Text("name") ?? "";

    /// <summary>`description:` with its docs blocks, or null where there is none.</summary>
    public string? Description => PropertyValues.TryFindValue(yaml, "description", out YamlNode? text) ? descriptions.Render(text, package) : null;

    /// <summary>`description:` as written; empty where there is none.</summary>
    public string RawDescription => PropertyValues.Text(yaml, "description") ?? "";

    /// <summary>`config:` rendered.</summary>
    public DictValue Config => Value("config") as DictValue ?? new DictValue();

    /// <summary>`config.meta`.</summary>
    public DictValue Meta => Config.TryGet("meta", out Value? meta) && meta is DictValue dict ? dict : new DictValue();

    public bool Has(string key) => PropertyValues.TryFindValue(yaml, key, out _);

    public Location PlaceOf(string key) => PropertyValues.TryFindValue(yaml, key, out YamlNode? node) ? node.Location : Location;

    /// <summary>The rendered value, or null where it is missing or null.</summary>
    public Value? Value(string key) =>
        PropertyValues.TryFindValue(yaml, key, out YamlNode? node) && PropertyValues.Render(node, package, session) is { IsNone: false } value ? value : null;

    public string? Text(string key) => Value(key)?.ToText();

    public bool Flag(string key) => Value(key) is { IsTrue: true };

    public ImmutableArray<string> Texts(string key) => Value(key) is ListValue list ? [.. list.Items.Select(i => i.ToText())] : [];

    /// <summary>The mapping under a key, or null.</summary>
    public SemanticYaml? Child(string key) => PropertyValues.TryFindValue(yaml, key, out YamlNode? node) && node is YamlMapping child ? Of(child) : null;

    /// <summary>The texts of a list, rendered, with their places.</summary>
    public ImmutableArray<PlacedText> PlacedTexts(string key) => [.. Nodes(key).OfType<YamlScalar>().Select(n => new PlacedText(Render(n), n.Location))];

    public ImmutableArray<SemanticYaml> Items(string key) => [.. ResourcePropertiesReader.Mappings(yaml, key, session).Select(Of)];

    /// <summary>The nodes of a list whose items may be texts or mappings.</summary>
    public ImmutableArray<YamlNode> Nodes(string key) => PropertyValues.Items(yaml, key, session);

    public YamlNode? Node(string key) => PropertyValues.TryFindValue(yaml, key, out YamlNode? node) ? node : null;

    public SemanticYaml Of(YamlMapping other) => new(other, package, session, descriptions);

    /// <summary>A text of a list or under a key, rendered.</summary>
    public string Render(YamlNode node) => PropertyValues.Render(node, package, session).ToText();

    /// <summary>Conditions, which stay templates: the semantic layer renders them.</summary>
    public WhereFilters? Filters(string key) => Node(key) switch
    {
        YamlScalar one => new WhereFilters { Filters = [new PlacedText(one.Value.ToText(), one.Location)] },
        YamlSequence several => new WhereFilters { Filters = [.. several.Items.OfType<YamlScalar>().Select(i => new PlacedText(i.Value.ToText(), i.Location))] },
        _ => null,
    };

    /// <summary>One of the given words, whatever its case; another one is reported. Null where nothing is written.</summary>
    public string? Word(string key, ImmutableArray<string> words)
    {
        if (Text(key) is not { } written)
        {
            return null;
        }

        string word = written.ToLowerInvariant();
        if (!words.Contains(word))
        {
            Report(Wrong($"`{written}` is no value of `{key}`", key).WithHint(Spelling.DidYouMean(word, words) ?? $"it can be {string.Join(", ", words.Select(w => $"`{w}`"))}"));
        }

        return word;
    }

    /// <summary>A length of time such as `28 days`; a granularity of dbt's own loses its plural.</summary>
    public MetricTimeWindow? Window(string key)
    {
        if (Text(key) is not { } written)
        {
            return null;
        }

        string[] parts = written.ToLowerInvariant().Split(' ');
        if (parts.Length == 2 && parts[0].Length > 0 && parts[0].All(char.IsAsciiDigit) && long.TryParse(parts[0], out long count))
        {
            string singular = parts[1].EndsWith('s') ? parts[1][..^1] : parts[1];
            return new MetricTimeWindow(count, SemanticWords.Granularities.Contains(singular) ? singular : parts[1]);
        }

        Report(Wrong($"`{key}` is a number and a granularity, not `{written}`", key).WithHint("write `28 days`"));
        return null;
    }

    /// <summary>A mistake of what is written under a key.</summary>
    public Diagnostic Wrong(string message, string key) => Diagnostic.Error(ResolutionCodes.WrongProperty, message, PlaceOf(key));

    public void Report(Diagnostic diagnostic) => session.Report(diagnostic);
}
