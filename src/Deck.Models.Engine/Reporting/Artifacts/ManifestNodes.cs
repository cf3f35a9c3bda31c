using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Writes the node sections of manifest.json: the same dict of a node that templates see, with what compiling it gave.</summary>
internal sealed class ManifestNodes(Utf8JsonWriter json, ProjectContext project, IReadOnlyDictionary<NodeId, string> compiled)
{
    private const int FlushedAt = 1 << 16;

    public void WriteSection(string name, IEnumerable<Node> nodes)
    {
        json.WriteStartObject(name);
        foreach (Node node in nodes)
        {
            json.WritePropertyName(node.Id.Value);
            Write(node);
        }

        json.WriteEndObject();
    }

    /// <summary>dbt keeps a list under each id, since several disabled nodes may share one.</summary>
    public void WriteDisabled(ImmutableArray<Node> disabled)
    {
        json.WriteStartObject("disabled");
        foreach (IGrouping<NodeId, Node> group in disabled.GroupBy(n => n.Id))
        {
            json.WriteStartArray(group.Key.Value);
            foreach (Node node in group)
            {
                Write(node);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Write(Node node)
    {
        DictValue dict = NodeDict.Of(node);
        dict.Set("created_at", Value.Of(project.Settings.StartedAt.ToUnixTimeMilliseconds() / 1000.0));
        if (compiled.TryGetValue(node.Id, out string? sql))
        {
            dict.Set("compiled", Value.Of(true));
            dict.Set("compiled_code", Value.Of(sql));
            dict.Set("compiled_path", Value.Of($"{project.TargetPath}/compiled/{node.PackageName}/{node.OriginalFilePath}"));
        }

        JsonValues.Write(json, dict);
        if (json.BytesPending > FlushedAt)
        {
            json.Flush();
        }
    }
}
