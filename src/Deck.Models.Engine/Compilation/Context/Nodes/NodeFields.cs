using System.Globalization;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>Fields that the dicts of several kinds of node have.</summary>
internal static class NodeFields
{
    /// <summary>A node has about as many.</summary>
    private const int UsualFields = 48;

    /// <summary>What a node is called and where it comes from, and where its relation is.</summary>
    public static FieldsValue Located(Node node)
    {
        RelationName? place = node.Relation ?? node.Origin.Place;
        FieldsValue dict = new(new List<KeyValuePair<string, Value>>(UsualFields));
        dict.Add("database", Value.Of(place?.Written is { } name ? name.Database : place?.Database));
        dict.Add("schema", Value.Of(place?.Written?.Schema ?? place?.Schema));
        AddNamed(dict, node);
        return dict;
    }

    public static FieldsValue Named(Node node)
    {
        FieldsValue dict = new([]);
        AddNamed(dict, node);
        return dict;
    }

    /// <summary>dbt's `{name, package, version}` of every `ref`.</summary>
    public static ListValue Refs(Node node) => Value.List(node.Origin.Refs.Select(r => new FieldsValue(
    [
        new("name", Value.Of(r.Name)), new("package", Value.Of(r.Package)), new("version", r.Version ?? Value.None),
    ])));

    /// <summary>dbt's `[source, table]` of every `source`.</summary>
    public static ListValue Sources(Node node) => Value.List(node.Origin.Sources.Select(s => Value.List(Value.Of(s.Source), Value.Of(s.Table))));

    /// <summary>dbt's `[name]` or `[package, name]` of every `metric`.</summary>
    public static ListValue Metrics(Node node) => Value.List(node.Origin.Metrics.Select(m => Texts(m.Package is null ? [m.Name] : [m.Package, m.Name])));

    /// <summary>dbt's `[name]` or `[package, name]` of every `function`.</summary>
    public static ListValue Functions(Node node) => Value.List(node.Origin.Functions.Select(f => Texts(f.Package is null ? [f.Name] : [f.Package, f.Name])));

    public static FieldsValue DependsOn(Node node) =>
        new([new("macros", Texts(node.DependsOnMacros)), new("nodes", Texts(node.DependsOn.Select(d => d.Value)))]);

    /// <summary>`show` and `node_color` with their defaults.</summary>
    public static FieldsValue Docs(DictValue? written) => new(
    [
        new("show", written is not null && written.TryGet("show", out Value? show) ? show : Value.Of(true)),
        new("node_color", written is not null && written.TryGet("node_color", out Value? colour) ? colour : Value.None),
    ]);

    /// <summary>A date as dbt's artifacts write it: with the time and the zone, UTC where none is written.</summary>
    public static string? Date(string? written) => DateTimeOffset.TryParse(written, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset date)
        ? date.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        : written;

    public static ListValue Texts(IEnumerable<string> texts) => Value.List(texts.Select(t => Value.Of(t)));

    /// <summary>A dict's value, or None.</summary>
    public static Value Get(DictValue dict, string key) => dict.TryGet(key, out Value? value) ? value : Value.None;

    private static void AddNamed(FieldsValue dict, Node node)
    {
        dict.Add("name", Value.Of(node.Name));
        dict.Add("resource_type", Value.Of(ResourceTypes.NameOf(node.ResourceType)));
        dict.Add("package_name", Value.Of(node.PackageName));
        dict.Add("path", Value.Of(node.Path));
        dict.Add("original_file_path", Value.Of(node.OriginalFilePath));
        dict.Add("unique_id", Value.Of(node.Id.Value));
        dict.Add("fqn", Texts(node.Fqn));
    }
}
