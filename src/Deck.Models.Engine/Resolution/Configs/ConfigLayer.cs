using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>Configs from one place: a level of a project file's tree, a `config:` of a properties file, or a `config()` call.</summary>
internal sealed class ConfigLayer
{
    private ConfigLayer(ImmutableArray<ConfigSetting> settings) => Settings = settings;

    public static ConfigLayer Empty { get; } = new([]);

    public ImmutableArray<ConfigSetting> Settings { get; }

    /// <summary>A level of a project file's tree: `+key` is always a config, `key` where its value is no mapping; other mappings are folders.</summary>
    public static ConfigLayer OfTree(YamlMapping level) => new(
    [
        .. level.Entries
            .Where(e => e.Key.StartsWith('+') || e.Value is not YamlMapping)
            .Select(e => new ConfigSetting(ConfigKeys.Canonical(e.Key.TrimStart('+').Trim()), PropertyValues.Raw(e.Value), e.Value.Location)),
    ]);

    public static ConfigLayer OfCall(ConfigCall call) => new(
    [
        .. call.Values.Entries.Select(e => new ConfigSetting(ConfigKeys.Canonical(e.Key.ToText()), e.Value, call.Location)),
    ]);

    public static ConfigLayer Of(IEnumerable<ConfigSetting> settings) =>
        new([.. settings.Select(s => s with { Key = ConfigKeys.Canonical(s.Key) })]);
}
