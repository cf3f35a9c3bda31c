using System.Globalization;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>Fields that the dicts of several kinds of node have.</summary>
internal static class NodeFields
{
    /// <summary>What a node is called and where it comes from, and where its relation is.</summary>
    public static void AddLocated(IFields dict, Node node)
    {
        RelationName? place = node.Relation ?? node.Origin.Place;
        dict.Add("database", place?.Written is { } name ? name.Database : place?.Database);
        dict.Add("schema", place?.Written?.Schema ?? place?.Schema);
        AddNamed(dict, node);
    }

    public static void AddNamed(IFields dict, Node node)
    {
        dict.Add("name", node.Name);
        dict.Add("resource_type", ResourceTypes.NameOf(node.ResourceType));
        dict.Add("package_name", node.PackageName);
        dict.Add("path", node.Path);
        dict.Add("original_file_path", node.OriginalFilePath);
        dict.Add("unique_id", node.Id.Value);
        dict.Add("fqn", node.Fqn);
    }

    /// <summary>dbt's `{name, package, version}` of every `ref`.</summary>
    public static void AddRefs(IFields dict, Node node) => dict.AddDicts("refs", node.Origin.Refs, static (fields, call) =>
    {
        fields.Add("name", call.Name);
        fields.Add("package", call.Package);
        fields.Add("version", call.Version ?? Value.None);
    });

    /// <summary>dbt's `[source, table]` of every `source`.</summary>
    public static void AddSources(IFields dict, Node node) => dict.AddLists("sources", node.Origin.Sources, static s => [s.Source, s.Table]);

    /// <summary>dbt's `[name]` or `[package, name]` of every `metric`.</summary>
    public static void AddMetrics(IFields dict, Node node) => dict.AddLists("metrics", node.Origin.Metrics, static m => m.Package is null ? [m.Name] : [m.Package, m.Name]);

    /// <summary>dbt's `[name]` or `[package, name]` of every `function`.</summary>
    public static void AddFunctions(IFields dict, Node node) =>
        dict.AddLists("functions", node.Origin.Functions, static f => f.Package is null ? [f.Name] : [f.Package, f.Name]);

    public static void AddDependsOn(IFields dict, Node node) => dict.AddDict("depends_on", node, static (fields, dependent) =>
    {
        fields.Add("macros", dependent.DependsOnMacros);
        fields.Add("nodes", [.. dependent.DependsOn.Select(d => d.Value)]);
    });

    /// <summary>`show` and `node_color` with their defaults.</summary>
    public static void AddDocs(IFields dict, DictValue? written)
    {
        dict.Add("show", written is not null && written.TryGet("show", out Value? show) ? show : Value.Of(true));
        dict.Add("node_color", written is not null && written.TryGet("node_color", out Value? colour) ? colour : Value.None);
    }

    /// <summary>A date as dbt's artifacts write it: with the time and the zone, UTC where none is written.</summary>
    public static string? Date(string? written) => DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
        ? date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : written;

    public static ListValue Texts(IEnumerable<string> texts) => Value.List(texts.Select(t => Value.Of(t)));

    /// <summary>A dict's value, or None.</summary>
    public static Value Get(DictValue dict, string key) => dict.TryGet(key, out Value? value) ? value : Value.None;
}
