using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>A node as templates see it in `model` and `graph`: dbt's dict of it.</summary>
internal static class NodeDict
{
    public static DictValue Of(Node node) => Of(node, node.Config.GetValues());

    /// <summary>The dict as something that only reads it wants it: it shares the lists and dicts of configs that nobody set with other nodes'.</summary>
    public static DictValue ForReading(Node node) => Of(node, node.Config.GetSharedValues());

    private static DictValue Of(Node node, KeyValuePair<string, Value>[] config)
    {
        DictValue dict = new(
        [
            new("database", Value.Of(node.Relation?.Database)),
            new("schema", Value.Of(node.Relation?.Schema)),
            new("name", Value.Of(node.Name)),
            new("resource_type", Value.Of(ResourceTypes.NameOf(node.ResourceType))),
            new("package_name", Value.Of(node.PackageName)),
            new("path", Value.Of(node.Path)),
            new("original_file_path", Value.Of(node.OriginalFilePath)),
            new("unique_id", Value.Of(node.Id.Value)),
            new("fqn", Texts(node.Fqn)),
            new("alias", Value.Of(node.Alias ?? node.Name)),
            new("checksum", new DictValue([new("name", Value.Of("sha256")), new("checksum", Value.Of(node.Checksum))])),
            new("config", new DictValue(config)),
            new("tags", Texts(node.Tags)),
            new("description", Value.Of(node.Description)),
            new("columns", OfColumns(node)),
            new("meta", node.Meta),
            new("docs", new DictValue([new("show", Value.Of(true)), new("node_color", Value.None)])),
            new("language", Value.Of("sql")),
            new("raw_code", Value.Of(node.Code?.Source.Content ?? "")),
            new("depends_on", new DictValue([new("macros", Texts(node.DependsOnMacros)), new("nodes", Texts(node.DependsOn.Select(d => d.Value)))])),
        ]);
        dict.Set("refs", Value.List(node.DependsOn.Select(ReferenceOf).OfType<Value>()));
        dict.Set("sources", Value.List(node.DependsOn.Select(SourceOf).OfType<Value>()));
        AddOptional(dict, "relation_name", node.Relation?.Quoted);
        AddOptional(dict, "patch_path", node.PatchPath);
        AddKind(dict, node);
        return dict;
    }

    /// <summary>dbt's `{name, package, version}` of a parent that `ref` reaches; an id is `type.package.name` with the version behind.</summary>
    private static DictValue? ReferenceOf(NodeId parent)
    {
        string[] parts = parent.Value.Split('.');
        return parts is ["model" or "seed" or "snapshot", _, { } name, ..]
            ? new DictValue([new("name", Value.Of(name)), new("package", Value.None), new("version", parts.Length > 3 ? Value.Of(parts[3].TrimStart('v')) : Value.None)])
            : null;
    }

    /// <summary>dbt's `[source, table]` of a parent that is a source.</summary>
    private static ListValue? SourceOf(NodeId parent) =>
        parent.Value.Split('.') is ["source", _, { } source, { } table] ? Value.List(Value.Of(source), Value.Of(table)) : null;

    private static void AddKind(DictValue dict, Node node)
    {
        switch (node)
        {
            case ModelNode model:
                dict.Set("access", Value.Of(model.Access));
                dict.Set("constraints", Value.List(model.Constraints));
                dict.Set("version", model.Version ?? Value.None);
                dict.Set("latest_version", model.LatestVersion ?? Value.None);
                dict.Set("group", Value.Of(model.Group));
                break;
            case SourceNode source:
                dict.Set("source_name", Value.Of(source.SourceName));
                dict.Set("source_description", Value.Of(source.SourceDescription));
                dict.Set("identifier", Value.Of(source.Identifier));
                dict.Set("loader", Value.Of(source.Loader));
                dict.Set("source_meta", source.SourceMeta);
                break;
            case DataTestNode { Generic: { } generic }:
                dict.Set("column_name", Value.Of(generic.ColumnName));
                dict.Set("attached_node", Value.Of(generic.AttachedTo.Value));
                dict.Set("test_metadata", new DictValue(
                [
                    new("name", Value.Of(generic.Name)), new("kwargs", generic.Arguments), new("namespace", Value.Of(generic.Namespace)),
                ]));
                break;
        }
    }

    private static DictValue OfColumns(Node node)
    {
        DictValue columns = new();
        foreach (Column column in node.Columns)
        {
            columns.Set(column.Name, OfColumn(column));
        }

        return columns;
    }

    private static DictValue OfColumn(Column column) => new(
    [
        new("name", Value.Of(column.Name)),
        new("description", Value.Of(column.Description)),
        new("meta", column.Meta),
        new("data_type", Value.Of(column.DataType)),
        new("constraints", Value.List(column.Constraints)),
        new("quote", column.Quote is { } quote ? Value.Of(quote) : Value.None),
        new("tags", Texts(column.Tags)),
    ]);

    private static void AddOptional(DictValue dict, string key, string? text)
    {
        if (text is not null)
        {
            dict.Set(key, Value.Of(text));
        }
    }

    private static ListValue Texts(IEnumerable<string> texts) => Value.List(texts.Select(t => Value.Of(t)));
}
