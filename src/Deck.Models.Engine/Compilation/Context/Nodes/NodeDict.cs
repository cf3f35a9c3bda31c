using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A node as templates see it in `model` and `graph` and as manifest.json has it: dbt's dict of it.</summary>
internal static class NodeDict
{
    public static DictValue Of(Node node) => node switch
    {
        SourceNode source => SourceDict.Of(source),
        ExposureNode exposure => ExposureDict.Of(exposure),
        UnitTestNode test => UnitTestDict.Of(test),
        _ => OfBuilt(node),
    };

    /// <summary>What dbt keeps under `nodes`: everything with a text or rows of its own.</summary>
    private static DictValue OfBuilt(Node node)
    {
        DictValue dict = NodeFields.Located(node);
        dict.Set("alias", Value.Of(node.Alias ?? node.Name));
        dict.Set("checksum", ChecksumOf(node));
        dict.Set("config", new DictValue(node.Config.Values));
        dict.Set("tags", NodeFields.Texts(node.Tags));
        dict.Set("description", Value.Of(node.Description));
        dict.Set("columns", ColumnDict.OfAll(node.Columns));
        dict.Set("meta", node.Meta);
        dict.Set("group", Value.Of(node.Config.GetText("group") ?? (node as DataTestNode)?.Group));
        dict.Set("docs", NodeFields.Docs(node.Config.TryGet("docs", out Value? docs) ? docs as DictValue : null));
        dict.Set("patch_path", Value.Of(node.PatchPath));
        dict.Set("build_path", Value.None);
        dict.Set("unrendered_config", node.Origin.UnrenderedConfig);
        dict.Set("relation_name", Value.Of(node.Relation?.Quoted));
        dict.Set("raw_code", Value.Of(node.Code?.Source.Content ?? ""));
        dict.Set("doc_blocks", NodeFields.Texts(node.Origin.DocBlocks));
        if (node is SeedNode)
        {
            dict.Set("root_path", Value.None);
            dict.Set("depends_on", new DictValue([new("macros", NodeFields.Texts(node.DependsOnMacros))]));
            return dict;
        }

        AddCompiled(dict, node);
        AddKind(dict, node);
        return dict;
    }

    private static void AddCompiled(DictValue dict, Node node)
    {
        dict.Set("language", Value.Of("sql"));
        dict.Set("refs", NodeFields.Refs(node));
        dict.Set("sources", NodeFields.Sources(node));
        dict.Set("metrics", Value.List());
        dict.Set("functions", Value.List());
        dict.Set("depends_on", NodeFields.DependsOn(node));
        dict.Set("compiled_path", Value.None);
        dict.Set("contract", ContractDict.Of(node));
    }

    private static void AddKind(DictValue dict, Node node)
    {
        switch (node)
        {
            case ModelNode model:
                AddModel(dict, model);
                break;
            case OperationNode operation:
                dict.Set("index", Value.Of(operation.Index - 1));
                break;
            case DataTestNode { Generic: { } generic }:
                AddGeneric(dict, generic);
                break;
        }
    }

    private static void AddModel(DictValue dict, ModelNode model)
    {
        dict.Set("access", Value.Of(model.Access));
        dict.Set("constraints", Value.List(model.Constraints.Select(c => ConstraintDict.Of(c, true))));
        dict.Set("version", model.Version ?? Value.None);
        dict.Set("latest_version", model.LatestVersion ?? Value.None);
        dict.Set("deprecation_date", Value.Of(NodeFields.Date(model.DeprecationDate)));
        dict.Set("primary_key", NodeFields.Texts(model.PrimaryKey));
        dict.Set("time_spine", Value.None);
    }

    /// <summary>dbt attaches a test to a model, seed or snapshot, not to a source.</summary>
    private static void AddGeneric(DictValue dict, GenericTest generic)
    {
        string[] target = generic.AttachedTo.Value.Split('.');
        dict.Set("column_name", Value.Of(generic.ColumnName));
        dict.Set("file_key_name", Value.Of($"{target[0]}s.{target[2]}"));
        dict.Set("attached_node", Value.Of(target[0] == "source" ? null : generic.AttachedTo.Value));
        dict.Set("test_metadata", new DictValue(
        [
            new("name", Value.Of(generic.Name)), new("kwargs", generic.Arguments), new("namespace", Value.Of(generic.Namespace)),
        ]));
    }

    /// <summary>Tests of properties files have no checksum; a large seed's is its path.</summary>
    private static DictValue ChecksumOf(Node node) => new(
    [
        new("name", Value.Of(node.Checksum.Length == 0 ? "none" : node.Checksum.Contains('/', StringComparison.Ordinal) ? "path" : "sha256")),
        new("checksum", Value.Of(node.Checksum)),
    ]);
}
