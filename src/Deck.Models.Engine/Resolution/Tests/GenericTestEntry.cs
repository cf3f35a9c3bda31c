using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Tests;

/// <summary>A generic test of a properties file, taken apart: arguments unrendered, configs apart from them.</summary>
internal sealed class GenericTestEntry
{
    private static readonly ImmutableArray<string> ConfigKeys =
    [
        "severity", "tags", "enabled", "where", "limit", "warn_if", "error_if", "fail_calc", "store_failures", "store_failures_as",
        "sql_header", "meta", "database", "schema", "alias",
    ];

    /// <summary>dbt's flag by which `arguments` holds a test's arguments, and is none itself.</summary>
    private const string NestsArguments = "require_generic_test_arguments_property";

    private const string ArgumentsKey = "arguments";

    public required string Name { get; init; }

    public string? Namespace { get; init; }

    /// <summary>`name:`, the name that the user gave the test.</summary>
    public string? CustomName { get; init; }

    public YamlNode? Description { get; init; }

    public required DictValue Arguments { get; init; }

    /// <summary>Rendered, in the order that dbt's `config(…)` of the test has.</summary>
    public required DictValue Config { get; init; }

    /// <summary>The column that the test stands below, or null.</summary>
    public string? ColumnName { get; init; }

    /// <summary>Where an argument stands beside the configs instead of below `arguments`, or null.</summary>
    public Location? LooseArgument { get; init; }

    /// <summary>Where a config stands beside `config` instead of in it, or null.</summary>
    public Location? LooseConfig { get; init; }

    /// <summary>Tags of the target and the column, which the test takes over.</summary>
    public ImmutableArray<string> InheritedTags { get; init; } = [];

    public required Location Location { get; init; }

    public static bool TryRead(TestUse use, TestTarget target, ResolutionSession session, [NotNullWhen(true)] out GenericTestEntry? entry)
    {
        entry = null;
        if (!TrySplit(use.Yaml, session, out string? name, out ImmutableArray<YamlEntry> keys))
        {
            return false;
        }

        if (keys.Any(k => k.Key == "model"))
        {
            session.Report(Malformed($"test `{name}` cannot be given `model`: the model is the one that it stands below", use.Yaml.Location));
            return false;
        }

        Dictionary<string, YamlNode> found = ByKey(keys);
        (string? space, string plain) = SplitName(name);
        entry = new GenericTestEntry
        {
            Name = plain,
            Namespace = space,
            CustomName = found.GetValueOrDefault("name") is YamlScalar custom ? custom.Text : null,
            Description = found.GetValueOrDefault("description"),
            Arguments = ReadArguments(use, target, keys, Nests(session)),
            Config = ReadConfig(found, target.PackageName, session),
            ColumnName = use.ColumnName,
            LooseArgument = Nests(session) ? FindLoose(keys, found) : null,
            LooseConfig = Nests(session) ? keys.FirstOrDefault(k => ConfigKeys.Contains(k.Key))?.KeyLocation : null,
            InheritedTags = [.. target.Tags, .. use.Tags],
            Location = use.Yaml.Location,
        };
        return true;
    }

    private static bool Nests(ResolutionSession session) => session.Project.IsFlagOn(NestsArguments, otherwise: true);

    private static Location? FindLoose(ImmutableArray<YamlEntry> keys, Dictionary<string, YamlNode> found) =>
        found.GetValueOrDefault(ArgumentsKey) is YamlMapping { Entries.IsEmpty: false } ? null : keys.FirstOrDefault(k => IsArgument(k) && k.Key != "column_name")?.KeyLocation;

    private static Dictionary<string, YamlNode> ByKey(ImmutableArray<YamlEntry> keys)
    {
        Dictionary<string, YamlNode> found = new(keys.Length, StringComparer.Ordinal);
        foreach (YamlEntry key in keys)
        {
            found.TryAdd(key.Key, key.Value);
        }

        return found;
    }

    /// <summary>Tells the test's name from what is below it: `unique`, `unique: {…}` or `{test_name: unique, …}`.</summary>
    private static bool TrySplit(YamlNode yaml, ResolutionSession session, [NotNullWhen(true)] out string? name, out ImmutableArray<YamlEntry> keys)
    {
        (name, keys) = yaml switch
        {
            YamlScalar scalar => (scalar.Text, []),
            YamlMapping mapping when mapping.TryFind("test_name", out YamlNode? given) && given is YamlScalar text =>
                (text.Text, [.. mapping.Entries.Where(e => e.Key != "test_name")]),
            YamlMapping { Entries: [{ Value: YamlMapping inner } only] } => (only.Key, inner.Entries),
            YamlMapping { Entries: [{ Value: YamlScalar { Value.IsNone: true } } only] } => (only.Key, []),
            _ => ((string?)null, ImmutableArray<YamlEntry>.Empty),
        };
        if (!string.IsNullOrEmpty(name))
        {
            return true;
        }

        session.Report(Malformed("a data test is a name, or a name with its arguments below it", yaml.Location)
            .WithHint(yaml is YamlMapping { Entries.Length: > 1 } ? "indent the arguments further than the test's name" : null));
        return false;
    }

    private static (string? Namespace, string Name) SplitName(string name)
    {
        int dot = name.IndexOf('.', StringComparison.Ordinal);
        return dot > 0 ? (name[..dot], name[(dot + 1)..]) : (null, name);
    }

    /// <summary>Everything that is neither config nor `name` nor `description`; what is below `arguments:` last, then the model.</summary>
    /// <param name="nests">False where `arguments` is an argument like others.</param>
    private static DictValue ReadArguments(TestUse use, TestTarget target, ImmutableArray<YamlEntry> keys, bool nests)
    {
        DictValue arguments = new();
        foreach (YamlEntry key in keys.Where(k => IsArgument(k) || (!nests && k.Key == ArgumentsKey)))
        {
            arguments.Set(key.Key, PropertyValues.Raw(key.Value));
        }

        if (use.ColumnName is { } column)
        {
            arguments.Set("column_name", Value.Of(column));
        }

        foreach (YamlMapping nested in keys.Where(k => nests && k.Key == ArgumentsKey).Select(k => k.Value).OfType<YamlMapping>())
        {
            foreach (YamlEntry key in nested.Entries)
            {
                arguments.Set(key.Key, PropertyValues.Raw(key.Value));
            }
        }

        arguments.Set("model", Value.Of(target.ModelArgument));
        return arguments;
    }

    private static bool IsArgument(YamlEntry key) => !ConfigKeys.Contains(key.Key) && key.Key is not ("config" or "name" or "description" or ArgumentsKey);

    private static DictValue ReadConfig(Dictionary<string, YamlNode> keys, string package, ResolutionSession session)
    {
        YamlMapping? nested = keys.GetValueOrDefault("config") as YamlMapping;
        if (nested is null && keys.TryGetValue("config", out YamlNode? wrong) && wrong is not YamlScalar { Value.IsNone: true })
        {
            session.Report(Malformed("`config` of a test must be a mapping of keys to values", wrong.Location));
        }

        DictValue config = new();
        if (keys.Count == 0)
        {
            return config;
        }

        IEnumerable<string> others = nested?.Entries.Select(e => e.Key).Where(k => !ConfigKeys.Contains(k)) ?? [];
        foreach (string key in ConfigKeys.Concat(others))
        {
            bool inside = nested is not null && nested.TryFind(key, out _);
            if (inside && keys.TryGetValue(key, out YamlNode? twice))
            {
                session.Report(Malformed($"`{key}` stands in the test's `config` and beside it", twice.Location));
            }

            YamlNode? node = inside && nested is not null && nested.TryFind(key, out YamlNode? value) ? value : ConfigKeys.Contains(key) ? keys.GetValueOrDefault(key) : null;
            if (node is not null && PropertyValues.Render(node, package, session) is { IsNone: false } rendered)
            {
                config.Set(key, rendered);
            }
        }

        return config;
    }

    private static Diagnostic Malformed(string message, Location place) => Diagnostic.Error(ResolutionCodes.MalformedTest, message, place);
}
