using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>dbt's dict of a node: a dict for templates, which see it in `model` and `graph`, or fields for artifacts, which only write it.</summary>
internal sealed class NodeDict
{
    private static readonly NodeDict ForTemplates = new(fields => new DictValue(fields), node => node.Config.GetValues());
    private static readonly NodeDict ForArtifacts = new(fields => new FieldsValue(fields), node => node.Config.GetSharedValues());

    private readonly Func<KeyValuePair<string, Value>[], Value> dict;
    private readonly Func<Node, KeyValuePair<string, Value>[]> config;

    private NodeDict(Func<KeyValuePair<string, Value>[], Value> dict, Func<Node, KeyValuePair<string, Value>[]> config)
    {
        this.dict = dict;
        this.config = config;
    }

    public static DictValue Of(Node node) => new([.. ForTemplates.Describe(node)]);

    /// <summary>The entries of the dict, to be read only; dicts among their values are <see cref="FieldsValue"/>s.</summary>
    public static List<KeyValuePair<string, Value>> FieldsOf(Node node) => ForArtifacts.Describe(node);

    private List<KeyValuePair<string, Value>> Describe(Node node)
    {
        List<KeyValuePair<string, Value>> fields =
        [
            new("database", Value.Of(node.Relation?.Database)), new("schema", Value.Of(node.Relation?.Schema)),
            new("name", Value.Of(node.Name)),
            new("resource_type", Value.Of(ResourceTypes.NameOf(node.ResourceType))),
            new("package_name", Value.Of(node.PackageName)),
            new("path", Value.Of(node.Path)), new("original_file_path", Value.Of(node.OriginalFilePath)),
            new("unique_id", Value.Of(node.Id.Value)),
            new("fqn", Texts(node.Fqn)),
            new("alias", Value.Of(node.Alias ?? node.Name)),
            new("checksum", dict([new("name", Value.Of("sha256")), new("checksum", Value.Of(node.Checksum))])),
            new("config", dict(config(node))),
            new("tags", Texts(node.Tags)), new("description", Value.Of(node.Description)),
            new("columns", dict([.. node.Columns.Select(c => new KeyValuePair<string, Value>(c.Name, OfColumn(c)))])),
            new("meta", node.Meta),
            new("docs", dict([new("show", Value.Of(true)), new("node_color", Value.None)])),
            new("language", Value.Of("sql")),
            new("raw_code", Value.Of(node.Code?.Source.Content ?? "")),
            new("depends_on", dict([new("macros", Texts(node.DependsOnMacros)), new("nodes", Texts(node.DependsOn.Select(d => d.Value)))])),
            new("refs", Value.List(node.DependsOn.Select(ReferenceOf).OfType<Value>())),
            new("sources", Value.List(node.DependsOn.Select(SourceOf).OfType<Value>())),
        ];
        AddOptional(fields, "relation_name", node.Relation?.Quoted);
        AddOptional(fields, "patch_path", node.PatchPath);
        AddKind(fields, node);
        return fields;
    }

    /// <summary>dbt's `{name, package, version}` of a parent that `ref` reaches; an id is `type.package.name` with the version behind.</summary>
    private Value? ReferenceOf(NodeId parent)
    {
        string[] parts = parent.Value.Split('.');
        return parts is ["model" or "seed" or "snapshot", _, { } name, ..]
            ? dict([new("name", Value.Of(name)), new("package", Value.None), new("version", parts.Length > 3 ? Value.Of(parts[3].TrimStart('v')) : Value.None)])
            : null;
    }

    /// <summary>dbt's `[source, table]` of a parent that is a source.</summary>
    private static ListValue? SourceOf(NodeId parent) =>
        parent.Value.Split('.') is ["source", _, { } source, { } table] ? Value.List(Value.Of(source), Value.Of(table)) : null;

    private void AddKind(List<KeyValuePair<string, Value>> fields, Node node)
    {
        switch (node)
        {
            case ModelNode model:
                fields.Add(new("access", Value.Of(model.Access)));
                fields.Add(new("constraints", Value.List(model.Constraints)));
                fields.Add(new("version", model.Version ?? Value.None));
                fields.Add(new("latest_version", model.LatestVersion ?? Value.None));
                fields.Add(new("group", Value.Of(model.Group)));
                break;
            case SourceNode source:
                fields.Add(new("source_name", Value.Of(source.SourceName)));
                fields.Add(new("source_description", Value.Of(source.SourceDescription)));
                fields.Add(new("identifier", Value.Of(source.Identifier)));
                fields.Add(new("loader", Value.Of(source.Loader)));
                fields.Add(new("source_meta", source.SourceMeta));
                break;
            case DataTestNode { Generic: { } generic }:
                fields.Add(new("column_name", Value.Of(generic.ColumnName)));
                fields.Add(new("attached_node", Value.Of(generic.AttachedTo.Value)));
                fields.Add(new("test_metadata", dict(
                [
                    new("name", Value.Of(generic.Name)), new("kwargs", generic.Arguments), new("namespace", Value.Of(generic.Namespace)),
                ])));
                break;
        }
    }

    private Value OfColumn(Column column) => dict(
    [
        new("name", Value.Of(column.Name)),
        new("description", Value.Of(column.Description)),
        new("meta", column.Meta),
        new("data_type", Value.Of(column.DataType)),
        new("constraints", Value.List(column.Constraints)),
        new("quote", column.Quote is { } quote ? Value.Of(quote) : Value.None),
        new("tags", Texts(column.Tags)),
    ]);

    private static void AddOptional(List<KeyValuePair<string, Value>> fields, string key, string? text)
    {
        if (text is not null)
        {
            fields.Add(new(key, Value.Of(text)));
        }
    }

    private static ListValue Texts(IEnumerable<string> texts) => Value.List(texts.Select(t => Value.Of(t)));
}
