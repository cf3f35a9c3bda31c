using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Writes the node sections of manifest.json: the same dict of a node that templates see, with what compiling it gave.</summary>
internal sealed class ManifestNodes(Utf8JsonWriter json, ProjectContext project, IReadOnlyDictionary<NodeId, string> compiled)
{
    /// <summary>Nodes that one thread writes in a row, and how many of such rows are in memory at a time.</summary>
    private const int Row = 64;
    private const int Rows = 16;

    private readonly NodeTexts[] texts = [.. Enumerable.Range(0, Rows).Select(_ => new NodeTexts())];

    /// <summary>The nodes' texts are made on all cores, and put together in order.</summary>
    public void WriteSection(string name, IEnumerable<Node> nodes)
    {
        json.WriteStartObject(name);
        foreach (Node[] some in nodes.Chunk(Row * Rows))
        {
            int rows = (some.Length + Row - 1) / Row;
            Parallel.For(0, rows, i => texts[i].Fill(new ArraySegment<Node>(some, i * Row, Math.Min(Row, some.Length - (i * Row))), Write));
            for (int i = 0; i < rows; i++)
            {
                texts[i].CopyTo(json);
                json.Flush();
            }
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
                Write(json, node);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private void Write(Utf8JsonWriter output, Node node)
    {
        FieldsValue fields = NodeDict.FieldsOf(node);
        fields.Add("created_at", Value.Of(project.Settings.StartedAt.ToUnixTimeMilliseconds() / 1000.0));
        if (compiled.TryGetValue(node.Id, out string? sql))
        {
            fields.Add("compiled", Value.Of(true));
            fields.Add("compiled_code", Value.Of(sql));
            fields.Set("compiled_path", Value.Of($"{project.TargetPath}/compiled/{TargetPaths.Of(node)}"));
        }

        JsonValues.Write(output, fields);
    }
}
