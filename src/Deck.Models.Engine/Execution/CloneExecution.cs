using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Clones a node as dbt does where tables cannot be copied without their rows: a view of the relation that an earlier run built.</summary>
internal static class CloneExecution
{
    private static readonly ViewMaterialization View = new();

    /// <summary>What a clone is made of, or the outcome of a node for which nothing is to be done.</summary>
    /// <param name="existing">What stands under the node's name.</param>
    public static (Checked<CompiledModel>? Clone, NodeOutcome? NoOp) Compile(Node node, ExistingRelation? existing, CompilationScope scope)
    {
        if (scope.Session.Deferral?.RelationOf(node.Id) is not { } elsewhere)
        {
            return (null, NoOp(node, $"no relation of {node.Id} is in the state's manifest", scope));
        }

        if (elsewhere == node.Relation)
        {
            return (null, NoOp(node, $"{node.Relation} is what the state's manifest names: it is not made a view of itself", scope));
        }

        return existing is not null && !scope.Session.Manifest.Project.Settings.FullRefresh
            ? (null, NoOp(node, $"{node.Relation} exists already", scope))
            : (ModelCompiler.CompileText(node, QueryOf(elsewhere), scope), null);
    }

    /// <summary>Runs the project's own materialization `clone`, which decides by itself whether there is something to do.</summary>
    public static NodeOutcome Run(Node node, Macro script, CompilationScope scope)
    {
        RelationName? elsewhere = scope.Session.Deferral?.RelationOf(node.Id);
        CompilationScope own = scope.ForScript().With("defer_relation", elsewhere is null ? Value.None : RelationValue.Of(elsewhere));
        Checked<CompiledModel> compiled = ModelCompiler.CompileText(node, elsewhere is null ? "" : QueryOf(elsewhere), own);
        return compiled.Succeeded(out CompiledModel? clone)
            ? ScriptExecution.Run(clone, script, scope.Session.Manifest.Project.Settings.Warnings)
            : NodeOutcome.Failed(compiled.Diagnostics);
    }

    public static Checked<MaterializationPlan> Plan(CompiledModel clone, ExistingRelation? existing, MaterializationOptions options) =>
        View.Plan(clone, existing, options);

    private static string QueryOf(RelationName elsewhere) => $"select * from {elsewhere.Quoted}";

    private static NodeOutcome NoOp(Node node, string reason, CompilationScope scope)
    {
        scope.Observer?.OnEvent(new MessageLogged(scope.Session.Clock.GetUtcNow(), "info", reason, true, node));
        return new NodeOutcome(NodeStatus.Success) { Message = "No-op" };
    }
}
