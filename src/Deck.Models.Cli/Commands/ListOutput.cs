using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Commands;

/// <summary>How `list` prints one node.</summary>
/// <param name="Format">`selector`, `name`, `path` or `json`.</param>
/// <param name="Keys">Keys of the JSON output; empty for dbt's default ones.</param>
internal sealed record ListOutput(string Format, ImmutableArray<string> Keys)
{
    private static readonly ImmutableArray<string> DefaultKeys =
        ["alias", "name", "package_name", "depends_on", "direct_parents", "tags", "config", "resource_type", "source_name", "original_file_path", "unique_id"];

    public string LineOf(Node node) => Format switch
    {
        "name" => NameOf(node),
        "path" => node.OriginalFilePath,
        "json" => JsonOf(node),
        _ => SelectorOf(node),
    };

    private static string NameOf(Node node) => node switch
    {
        SourceNode source => $"{source.SourceName}.{source.Name}",
        ModelNode { Version: { } version } => $"{node.Name}.v{version.ToText()}",
        _ => node.Name,
    };

    /// <summary>The text that selects the node, as dbt writes it.</summary>
    private static string SelectorOf(Node node) => node switch
    {
        SourceNode source => $"source:{source.PackageName}.{source.SourceName}.{source.Name}",
        ExposureNode or UnitTestNode or SemanticModelNode or MetricNode or SavedQueryNode => $"{ResourceTypes.NameOf(node.ResourceType)}:{node.PackageName}.{node.Name}",
        _ => string.Join('.', node.Fqn),
    };

    private string JsonOf(Node node)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer))
        {
            NodeJson.Write(json, node, Keys.IsEmpty ? DefaultKeys : Keys);
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }
}
