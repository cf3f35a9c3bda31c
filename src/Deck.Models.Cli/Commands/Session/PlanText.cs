using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Prints the statements that would build one model, snapshot or function.</summary>
internal static class PlanText
{
    /// <returns>What is wrong with the model.</returns>
    public static IEnumerable<Diagnostic> Print(Node node, RunPlan plan, CompilationScope scope, TextWriter writer)
    {
        if (MaterializationMacros.TryFind(plan.Manifest, node, out Macro? script))
        {
            writer.WriteLine($"\n-- {node.Id}\n-- statements of the materialization {script.UniqueId}");
            return [];
        }

        Checked<CompiledModel> compiled = ModelCompiler.Compile(node, scope);
        if (!compiled.Succeeded(out CompiledModel? model) || !MaterializationTable.TryFind(node, out IMaterialization? materialization))
        {
            return compiled.Diagnostics;
        }

        ExistingRelation? existing = node.Relation is { } relation && plan.Catalog.TryFind(relation, out ExistingRelation? found) ? found : null;
        MaterializationOptions options = new()
        {
            FullRefresh = plan.Manifest.Project.Settings.FullRefresh,
        };
        Checked<MaterializationPlan> planned = materialization.Plan(model, existing, options);
        if (planned.Succeeded(out MaterializationPlan? steps))
        {
            writer.WriteLine($"\n-- {node.Id}");
            PlanPrinter.Print(steps, writer);
        }

        return [.. compiled.Diagnostics, .. planned.Diagnostics];
    }
}
