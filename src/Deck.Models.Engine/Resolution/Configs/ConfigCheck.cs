using System.Collections.Immutable;
using Deck.Models.Templating.Blocks;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>Finds configs whose value has the wrong type, or is a word that does not exist.</summary>
internal sealed class ConfigCheck(ResolutionSession session)
{
    private readonly ImmutableArray<string> materializations =
    [
        .. ((ReadOnlySpan<string>)["view", "table", "incremental", "ephemeral", "materialized_view"]).ToArray()
            .Union(session.Macros.All.Where(m => m.Kind == BlockKinds.Materialization).Select(m => MaterializationName(m.Name))),
    ];

    private readonly ImmutableArray<string> strategies =
    [
        .. ((ReadOnlySpan<string>)["append", "delete+insert", "merge", "microbatch"]).ToArray()
            .Union(session.Macros.All.Select(m => StrategyName(m.Name)).OfType<string>()),
    ];

    public void Check(NodeDraft draft)
    {
        foreach (ConfigSetting setting in draft.Config.Written.Where(s => s.Value is { IsNone: false, IsUndefined: false }))
        {
            if (ConfigRules.KindOf(setting.Key) is { } kind && !Fits(setting.Value, kind))
            {
                ReportType(draft, kind, setting);
            }
            else
            {
                CheckWord(draft, setting);
            }
        }
    }

    /// <summary>Checks only `enabled`: a disabled node's other configs may be unfinished.</summary>
    public void CheckEnabled(NodeDraft draft)
    {
        if (draft.Config.TryGet("enabled", out Value? value) && value is not BooleanValue && draft.Config.LocationOf("enabled") is { } place)
        {
            ReportType(draft, ConfigKind.Boolean, new ConfigSetting("enabled", value, place));
        }
    }

    private static bool Fits(Value value, ConfigKind kind) => kind switch
    {
        ConfigKind.Boolean => value is BooleanValue,
        ConfigKind.Text => value is StringValue,
        ConfigKind.Integer => value is IntegerValue,
        ConfigKind.Texts or ConfigKind.TextOrTexts => value is StringValue || Items(value) is { } texts && texts.All(i => i is StringValue),
        ConfigKind.Dict => value is DictValue,
        ConfigKind.Dicts => Items(value) is { } dicts && dicts.All(i => i is DictValue),
        _ => Items(value) is { } hooks && hooks.All(h => h is DictValue dict && dict.TryGet("sql", out Value? sql) && sql is StringValue),
    };

    private static IReadOnlyList<Value>? Items(Value value) => value switch
    {
        ListValue list => [.. list.Items],
        TupleValue tuple => tuple.Items,
        _ => null,
    };

    private void ReportType(NodeDraft draft, ConfigKind kind, ConfigSetting setting)
    {
        (string key, Value value, Location place) = setting;
        string wanted = kind switch
        {
            ConfigKind.Boolean => "true or false",
            ConfigKind.Text => "a text",
            ConfigKind.Integer => "a whole number",
            ConfigKind.Texts or ConfigKind.TextOrTexts => "a text or a list of texts",
            ConfigKind.Dict => "a mapping of keys to values",
            ConfigKind.Dicts => "a list of mappings",
            _ => "a text or a list of texts",
        };
        // Merging makes lists of these; the user wrote the one item.
        Value shown = kind is ConfigKind.Texts or ConfigKind.Hooks && value is ListValue { Items.Count: 1 } list ? list.Items[0] : value;
        session.Report(Diagnostic.Error(
            ResolutionCodes.WrongConfigType, $"config `{key}`{Of(draft, place)} must be {wanted}, not `{shown.Repr()}`", place));
    }

    private void CheckWord(NodeDraft draft, ConfigSetting setting)
    {
        (string key, Value value, Location place) = setting;
        ImmutableArray<string> words = key switch
        {
            "materialized" when draft.ResourceType == ResourceType.Model => materializations,
            "incremental_strategy" => strategies,
            _ => ConfigRules.WordsOf(key),
        };
        string word = key == "severity" ? value.ToText().ToLowerInvariant() : value.ToText();
        if (words.IsEmpty || words.Contains(word))
        {
            return;
        }

        Diagnostic wrong = Diagnostic.Error(ResolutionCodes.WrongConfigValue, $"`{value.ToText()}` is no value of the config `{key}`{Of(draft, place)}", place);
        session.Report(wrong.WithHint(Spelling.DidYouMean(word, words) ?? $"it can be {string.Join(", ", words.Select(w => $"`{w}`"))}"));
    }

    /// <summary>Names the node, but for a config of a project file: that is one mistake, however many nodes it reaches.</summary>
    private string Of(NodeDraft draft, Location place) => session.Sources.Packages.Any(p => ReferenceEquals(p.Project.Source, place.InFile.Text))
        ? ""
        : $" of {ResourceTypes.NameOf(draft.ResourceType).Replace('_', ' ')} `{draft.Name}`";

    /// <summary>`x` of the macro `materialization_x_default`.</summary>
    private static string MaterializationName(string macro)
    {
        string name = macro["materialization_".Length..];
        int adapter = name.LastIndexOf('_');
        return adapter > 0 ? name[..adapter] : name;
    }

    /// <summary>`x` of the macro `get_incremental_x_sql`, which makes `x` a strategy of the user's own.</summary>
    private static string? StrategyName(string macro) =>
        macro.StartsWith("get_incremental_", StringComparison.Ordinal) && macro.EndsWith("_sql", StringComparison.Ordinal) && macro.Length > 20
            ? macro["get_incremental_".Length..^"_sql".Length]
            : null;
}
