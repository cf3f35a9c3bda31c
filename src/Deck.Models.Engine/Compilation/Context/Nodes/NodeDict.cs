using System.Collections.Immutable;
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
        _ => FieldsValue.Of(node, static (fields, built) => AddBuilt(fields, built, null, [])),
    };

    /// <summary>The same, without a value for what most nodes have.</summary>
    /// <param name="compiledPath">Where the node's compiled text is, or null.</param>
    /// <param name="overloads">The compiled bodies of a function's overloads, or none.</param>
    public static void Write(IFields dict, Node node, string? compiledPath, ImmutableArray<string> overloads)
    {
        if (IsBuilt(node))
        {
            AddBuilt(dict, node, compiledPath, overloads);
            return;
        }

        foreach ((string key, Value value) in FieldsOf(node).Fields)
        {
            dict.Add(key, value);
        }
    }

    /// <summary>True for a node whose dict tells where its compiled text is.</summary>
    public static bool HasCompiledPath(Node node) => IsBuilt(node) && node is not SeedNode;

    public static FieldsValue ConfigOf(Node node, IEnumerable<KeyValuePair<string, Value>> values)
    {
        FieldsValue config = new(values);
        if (node is SourceNode source)
        {
            config.Set("freshness", SourceDict.FreshnessOf(source));
        }

        return config;
    }

    /// <summary>True for what dbt keeps under `nodes` and `functions`: everything with a text or rows of its own.</summary>
    private static bool IsBuilt(Node node) => node.IsPlain || node.ResourceType == ResourceType.Function;

    private static void AddBuilt(IFields dict, Node node, string? compiledPath, ImmutableArray<string> overloads)
    {
        AddDescribed(dict, node);
        if (node is SeedNode)
        {
            dict.Add("root_path", Value.None);
            dict.AddDict("depends_on", node, static (fields, seed) => fields.Add("macros", seed.DependsOnMacros));
            return;
        }

        AddCompiled(dict, node, compiledPath);
        AddKind(dict, node, overloads);
    }

    private static void AddDescribed(IFields dict, Node node)
    {
        NodeFields.AddLocated(dict, node);
        dict.Add("alias", node.Alias ?? node.Name);
        dict.AddDict("checksum", node.Checksum, AddChecksum);
        dict.AddDict("config", node.Config, AddConfig);
        dict.Add("tags", node.Tags);
        dict.Add("description", node.Description);
        ColumnDict.AddAll(dict, node);
        dict.Add("meta", node.Meta);
        dict.Add("group", node.Config.GetText("group") ?? (node as DataTestNode)?.Group);
        dict.AddDict("docs", node.Config, static (fields, config) => NodeFields.AddDocs(fields, config.FindShared("docs") as DictValue));
        dict.Add("patch_path", node.PatchPath);
        dict.Add("build_path", Value.None);
        dict.Add("unrendered_config", node.Origin.UnrenderedConfig);
        dict.Add("relation_name", node.Relation?.Shown);
        dict.Add("raw_code", node.Code?.Source.Content ?? "");
        dict.Add("doc_blocks", node.Origin.DocBlocks);
    }

    private static void AddConfig(IFields dict, NodeConfig config)
    {
        foreach ((string key, Value value) in config.SharedValues)
        {
            dict.Add(key, value);
        }
    }

    private static void AddCompiled(IFields dict, Node node, string? compiledPath)
    {
        dict.Add("language", (node as FunctionNode)?.Language ?? "sql");
        NodeFields.AddRefs(dict, node);
        NodeFields.AddSources(dict, node);
        NodeFields.AddMetrics(dict, node);
        NodeFields.AddFunctions(dict, node);
        NodeFields.AddDependsOn(dict, node);
        dict.Add("compiled_path", compiledPath);
        dict.AddDict("contract", node, ContractDict.AddTo);
    }

    private static void AddKind(IFields dict, Node node, ImmutableArray<string> overloads)
    {
        switch (node)
        {
            case ModelNode model:
                AddModel(dict, model);
                break;
            case FunctionNode function:
                FunctionDict.Add(dict, function, overloads);
                break;
            case OperationNode operation:
                dict.Add("index", Value.Of(operation.Index - 1));
                break;
            case DataTestNode { Generic: { } generic }:
                AddGeneric(dict, generic);
                break;
        }
    }

    private static void AddModel(IFields dict, ModelNode model)
    {
        dict.Add("access", model.Access);
        dict.AddDicts("constraints", model.Constraints, static (fields, constraint) => ConstraintDict.AddTo(fields, constraint, true));
        dict.Add("version", model.Version ?? Value.None);
        dict.Add("latest_version", model.LatestVersion ?? Value.None);
        dict.Add("deprecation_date", NodeFields.Date(model.DeprecationDate));
        dict.Add("primary_key", model.PrimaryKey);
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
    private static void AddGeneric(IFields dict, GenericTest generic)
    {
        dict.Add("column_name", generic.ColumnName);
        dict.Add("file_key_name", generic.FileKey);
        dict.Add("attached_node", generic.AttachedTo is { } id && !id.Value.StartsWith("source.", StringComparison.Ordinal) ? id.Value : null);
        dict.AddDict("test_metadata", generic, static (fields, test) =>
        {
            fields.Add("name", test.Name);
            fields.Add("kwargs", test.Arguments);
            fields.Add("namespace", test.Namespace);
        });
    }

    /// <summary>Tests of properties files have no checksum; a large seed's is its path.</summary>
    private static void AddChecksum(IFields dict, string checksum)
    {
        dict.Add("name", checksum.Length == 0 ? "none" : checksum.Contains('/', StringComparison.Ordinal) ? "path" : "sha256");
        dict.Add("checksum", checksum);
    }
}
