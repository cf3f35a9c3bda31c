using System.Collections.Immutable;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>The SQL of nodes that were compiled into target/compiled, and what went wrong on the way.</summary>
internal sealed record CompiledNodes(IReadOnlyDictionary<NodeId, CompiledText> Texts, ImmutableArray<Diagnostic> Diagnostics)
{
    public bool HasErrors => Diagnostics.Any(d => d.Severity == Severity.Error);

    /// <summary>Compiles nodes one after the other, since their queries go over one connection, and writes each one's SQL.</summary>
    public static CompiledNodes Write(IEnumerable<Node> nodes, TargetFolder target, CompilationScope scope)
    {
        Dictionary<NodeId, CompiledText> texts = [];
        List<Diagnostic> diagnostics = [];
        foreach (Node node in nodes)
        {
            Checked<CompiledModel> compiled = ModelCompiler.Compile(node, scope);
            diagnostics.AddRange(compiled.Diagnostics);
            if (compiled.Succeeded(out CompiledModel? model))
            {
                texts[node.Id] = CompiledText.Of(model);
                target.WriteSql("compiled", node, model.Sql);
            }
        }

        return new CompiledNodes(texts, [.. diagnostics]);
    }
}
