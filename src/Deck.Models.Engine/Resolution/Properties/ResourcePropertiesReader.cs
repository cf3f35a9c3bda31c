using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Reads the entries of models, seeds, snapshots, analyses and singular tests.</summary>
internal static class ResourcePropertiesReader
{
    /// <summary>Configs that stay templates: they are rendered in their turn, with the node's whole context.</summary>
    private static readonly ImmutableArray<string> RenderedLater = ["pre_hook", "post_hook", "pre-hook", "post-hook", "loaded_at_query"];

    private static readonly ImmutableArray<string> MovedToConfig = ["meta", "docs", "group", "access", "contract"];

    public static ResourceProperties Read(PropertiesEntry entry, ResolutionSession session)
    {
        YamlMapping yaml = entry.Yaml;
        ImmutableArray<YamlMapping> columns = Mappings(yaml, "columns", session);
        ImmutableArray<ModelVersion> versions = ModelVersionReader.Read(entry, columns, session);
        return new ResourceProperties
        {
            Entry = entry,
            Description = PropertyValues.TryFindValue(yaml, "description", out YamlNode? description) ? description : null,
            Config = ReadConfig(yaml, entry.PackageName, session),
            Columns = columns,
            Tests = TestsOf(yaml, session),
            Constraints = Dicts(yaml, "constraints", entry.PackageName, session),
            Versions = versions,
            QuoteColumns = PropertyValues.TryFindValue(yaml, "quote_columns", out YamlNode? quote) && PropertyValues.Raw(quote).IsTrue,
            TimeSpine = TimeSpineReader.Read(entry, versions.FirstOrDefault(v => v.IsLatest)?.Columns ?? columns, session),
            DeprecationDate = PropertyValues.Text(yaml, "deprecation_date"),
        };
    }

    /// <summary>`config:` rendered, and the keys that may also stand beside it.</summary>
    public static ConfigLayer ReadConfig(YamlMapping yaml, string package, ResolutionSession session, params ReadOnlySpan<string> alsoConfig)
    {
        List<ConfigSetting> settings = [];
        foreach (YamlEntry entry in yaml.Entries)
        {
            if (MovedToConfig.Contains(entry.Key) || alsoConfig.Contains(entry.Key))
            {
                settings.Add(SettingOf(entry, package, session));
            }
        }

        foreach (YamlEntry entry in PropertyValues.Mapping(yaml, "config", session)?.Entries ?? [])
        {
            settings.Add(SettingOf(entry, package, session));
        }

        return settings.Count == 0 ? ConfigLayer.Empty : ConfigLayer.Of(settings);
    }

    /// <summary>`config:` alone.</summary>
    public static ConfigLayer ReadOwnConfig(YamlMapping yaml, string package, ResolutionSession session) => ConfigLayer.Of(
        [.. (PropertyValues.Mapping(yaml, "config", session)?.Entries ?? []).Select(e => SettingOf(e, package, session))]);

    private static ConfigSetting SettingOf(YamlEntry entry, string package, ResolutionSession session)
    {
        Value value = RenderedLater.Contains(entry.Key) ? PropertyValues.Raw(entry.Value) : PropertyValues.Render(entry.Value, package, session);
        return new ConfigSetting(entry.Key, value, entry.Value.Location);
    }

    /// <summary>`data_tests:`, or `tests:` as it was called before.</summary>
    public static ImmutableArray<YamlNode> TestsOf(YamlMapping yaml, ResolutionSession session)
    {
        ImmutableArray<YamlNode> tests = PropertyValues.Items(yaml, "tests", session);
        if (tests.IsEmpty)
        {
            return PropertyValues.Items(yaml, "data_tests", session);
        }

        if (yaml.TryFind("data_tests", out YamlNode? other))
        {
            session.Report(Diagnostic.Error(ResolutionCodes.WrongProperty, "`tests` and `data_tests` are two names of one list; only one of them can be given", other.Location));
        }

        return tests;
    }

    public static ImmutableArray<YamlMapping> Mappings(YamlMapping yaml, string key, ResolutionSession session)
    {
        ImmutableArray<YamlNode> items = PropertyValues.Items(yaml, key, session);
        foreach (YamlNode item in items.Where(i => i is not YamlMapping))
        {
            session.Report(Diagnostic.Error(ResolutionCodes.WrongProperty, $"an item of `{key}` must be a mapping of keys to values", item.Location));
        }

        return [.. items.OfType<YamlMapping>()];
    }

    public static ImmutableArray<DictValue> Dicts(YamlMapping yaml, string key, string package, ResolutionSession session) =>
        [.. Mappings(yaml, key, session).Select(m => (DictValue)PropertyValues.Render(m, package, session))];
}
