using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Rendering;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Builds a function, and then its overloads, each in a transaction of its own: as in dbt, one that fails does not keep the others from being built.</summary>
internal static class FunctionExecution
{
    /// <param name="build">Builds the function with one of its bodies and signatures.</param>
    public static async Task<NodeOutcome> RunAsync(CompiledModel compiled, Func<CompiledModel, FunctionSignature, Task<NodeOutcome>> build)
    {
        FunctionNode function = (FunctionNode)compiled.Node;
        NodeOutcome root = await build(compiled, function.Signature).ConfigureAwait(false);
        if (root.Status != NodeStatus.Success)
        {
            return root;
        }

        OverloadResults results = OverloadResults.None;
        foreach ((FunctionOverload overload, RenderedText body) in function.Overloads.Zip(compiled.Overloads))
        {
            CompiledModel own = compiled with { Sql = body.Text, Map = body.Map, Macros = compiled.Macros.With(body.Text) };
            NodeOutcome outcome = await build(own, overload.Signature).ConfigureAwait(false);
            results = outcome.Status == NodeStatus.Success
                ? results with { Successful = results.Successful.Add(overload.DefinedIn) }
                : results with { Failed = results.Failed.Add(overload.DefinedIn) };
            root = root with { ExecutedSql = root.ExecutedSql + outcome.ExecutedSql, Diagnostics = [.. root.Diagnostics, .. outcome.Diagnostics.Select(d => d.WithDetail("overload", overload.DefinedIn))] };
        }

        return results.Failed.IsEmpty
            ? root with { Overloads = results }
            : root with { Overloads = results, Status = NodeStatus.PartialSuccess, Message = $"PARTIAL SUCCESS {function.Name}" };
    }
}
