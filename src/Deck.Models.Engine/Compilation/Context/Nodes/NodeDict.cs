using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Semantics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A node as templates see it in `model` and `graph` and as manifest.json has it: dbt's dict of it.</summary>
internal static class NodeDict
{
    public static DictValue Of(Node node)
    {
        FieldsValue fields = FieldsOf(node);
        fields.Set("config", ConfigOf(node, node.Config.GetValues()));
        return fields.ToDict();
    }

    /// <summary>The same to be read only: lists and dicts of configs that nobody set are shared by all nodes.</summary>
    public static FieldsValue FieldsOf(Node node) => node switch
    {
        SourceNode source => SourceDict.Of(source),
        ExposureNode exposure => ExposureDict.Of(exposure),
        UnitTestNode test => UnitTestDict.Of(test),
        SemanticModelNode model => SemanticModelDict.Of(model),
        MetricNode metric => MetricDict.Of(metric),
        SavedQueryNode query => SavedQueryDict.Of(query),
        _ => OfBuilt(node),
    };

    public static FieldsValue ConfigOf(Node node, KeyValuePair<string, Value>[] values)
    {
        FieldsValue config = new(values);
        if (node is SourceNode source)
        {
            config.Set("freshness", SourceDict.FreshnessOf(source));
        }

        return config;
    }

    /// <summary>What dbt keeps under `nodes`: everything with a text or rows of its own.</summary>
    private static FieldsValue OfBuilt(Node node)
    {
        FieldsValue dict = NodeFields.Located(node);
        dict.Add("alias", Value.Of(node.Alias ?? node.Name));
        dict.Add("checksum", ChecksumOf(node));
        dict.Add("config", new FieldsValue(node.Config.GetSharedValues()));
        dict.Add("tags", NodeFields.Texts(node.Tags));
        dict.Add("description", Value.Of(node.Description));
        dict.Add("columns", ColumnDict.OfAll(node.Columns));
        dict.Add("meta", node.Meta);
        dict.Add("group", Value.Of(node.Config.GetText("group") ?? (node as DataTestNode)?.Group));
        dict.Add("docs", NodeFields.Docs(node.Config.FindShared("docs") as DictValue));
        dict.Add("patch_path", Value.Of(node.PatchPath));
        dict.Add("build_path", Value.None);
        dict.Add("unrendered_config", node.Origin.UnrenderedConfig);
        dict.Add("relation_name", Value.Of(node.Relation?.Shown));
        dict.Add("raw_code", Value.Of(node.Code?.Source.Content ?? ""));
        dict.Add("doc_blocks", NodeFields.Texts(node.Origin.DocBlocks));
        if (node is SeedNode)
        {
            dict.Add("root_path", Value.None);
            dict.Add("depends_on", new FieldsValue([new("macros", NodeFields.Texts(node.DependsOnMacros))]));
            return dict;
        }

        AddCompiled(dict, node);
        AddKind(dict, node);
        return dict;
    }

    private static void AddCompiled(FieldsValue dict, Node node)
    {
        dict.Add("language", Value.Of((node as FunctionNode)?.Language ?? "sql"));
        dict.Add("refs", NodeFields.Refs(node));
        dict.Add("sources", NodeFields.Sources(node));
        dict.Add("metrics", NodeFields.Metrics(node));
        dict.Add("functions", NodeFields.Functions(node));
        dict.Add("depends_on", NodeFields.DependsOn(node));
        dict.Add("compiled_path", Value.None);
        dict.Add("contract", ContractDict.Of(node));
    }

    private static void AddKind(FieldsValue dict, Node node)
    {
        switch (node)
        {
            case ModelNode model:
                AddModel(dict, model);
                break;
            case FunctionNode function:
                FunctionDict.Add(dict, function);
                break;
            case OperationNode operation:
                dict.Add("index", Value.Of(operation.Index - 1));
                break;
            case DataTestNode { Generic: { } generic }:
                AddGeneric(dict, generic);
                break;
        }
    }

    private static void AddModel(FieldsValue dict, ModelNode model)
    {
        dict.Add("access", Value.Of(model.Access));
        dict.Add("constraints", Value.List(model.Constraints.Select(c => ConstraintDict.Of(c, true))));
        dict.Add("version", model.Version ?? Value.None);
        dict.Add("latest_version", model.LatestVersion ?? Value.None);
        dict.Add("deprecation_date", Value.Of(NodeFields.Date(model.DeprecationDate)));
        dict.Add("primary_key", NodeFields.Texts(model.PrimaryKey));
        dict.Add("time_spine", TimeSpineOf(model.TimeSpine));
    }

    private static Value TimeSpineOf(TimeSpine? spine) => spine is null ? Value.None : new FieldsValue(
    [
        new("standard_granularity_column", Value.Of(spine.StandardColumn)),
        new("custom_granularities", Value.List(spine.CustomGranularities.Select(g => new FieldsValue(
        [
            new("name", Value.Of(g.Name)), new("column_name", Value.Of(g.ColumnName)),
        ])))),
    ]);

    /// <summary>dbt attaches a test to a model, seed or snapshot, not to a source.</summary>
    private static void AddGeneric(FieldsValue dict, GenericTest generic)
    {
        string[] target = generic.AttachedTo.Value.Split('.');
        dict.Add("column_name", Value.Of(generic.ColumnName));
        dict.Add("file_key_name", Value.Of($"{target[0]}s.{target[2]}"));
        dict.Add("attached_node", Value.Of(target[0] == "source" ? null : generic.AttachedTo.Value));
        dict.Add("test_metadata", new FieldsValue(
        [
            new("name", Value.Of(generic.Name)), new("kwargs", generic.Arguments), new("namespace", Value.Of(generic.Namespace)),
        ]));
    }

    /// <summary>Tests of properties files have no checksum; a large seed's is its path.</summary>
    private static FieldsValue ChecksumOf(Node node) => new(
    [
        new("name", Value.Of(node.Checksum.Length == 0 ? "none" : node.Checksum.Contains('/', StringComparison.Ordinal) ? "path" : "sha256")),
        new("checksum", Value.Of(node.Checksum)),
    ]);
}
