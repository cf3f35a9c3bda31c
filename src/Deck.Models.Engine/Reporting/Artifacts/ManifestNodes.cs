using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Writes the node sections of manifest.json: the same dict of a node that templates see, with what compiling it gave.</summary>
internal sealed class ManifestNodes(Utf8JsonWriter json, ProjectContext project, IReadOnlyDictionary<NodeId, CompiledText> compiled)
{
    private readonly Value createdAt = Value.Of(project.Settings.StartedAt.ToUnixTimeMilliseconds() / 1000.0);
    private NodeTexts made = new();
    private NodeTexts next = new();

    /// <summary>The nodes' texts are made on all cores, and put together in order while those after them are made.</summary>
    /// <returns>Where each node begins and ends in what the writer writes.</returns>
    public ImmutableArray<long> WriteSection(string name, IEnumerable<Node> nodes)
    {
        ImmutableArray<long>.Builder bounds = ImmutableArray.CreateBuilder<long>();
        json.WriteStartObject(name);
        foreach (Node[] some in nodes.Chunk(NodeTexts.Most))
        {
            Task filling = Task.Run(() => next.Fill(some, Write));
            try
            {
                made.CopyTo(json, bounds);
            }
            finally
            {
                // Not Parallel.Invoke: a disk that is full is to be told as it is.
                filling.GetAwaiter().GetResult();
            }

            (made, next) = (next, made);
        }

        made.CopyTo(json, bounds);
        json.WriteEndObject();
        return bounds.DrainToImmutable();
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

    /// <summary>One node's text.</summary>
    public void Write(Utf8JsonWriter output, Node node)
    {
        JsonFields fields = new(output);
        bool isCompiled = compiled.TryGetValue(node.Id, out CompiledText? text);
        string? path = isCompiled ? $"{project.TargetPath}/compiled/{TargetPaths.Of(node)}" : null;
        output.WriteStartObject();
        NodeDict.Write(fields, node, path, text?.Overloads ?? []);
        fields.Add("created_at", createdAt);
        if (isCompiled)
        {
            fields.Add("compiled", Value.Of(true));
            fields.Add("compiled_code", text?.Sql);
        }

        if (isCompiled && !NodeDict.HasCompiledPath(node))
        {
            fields.Add("compiled_path", path);
        }

        output.WriteEndObject();
    }
}
