using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.Results;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Runs a materialization that is written in Jinja, over the worker's connection; what it has not committed is rolled back.</summary>
internal static class MaterializationScript
{
    public static Checked<ScriptAnswer> Run(ExecuteScope scope, Macro macro)
    {
        ScriptTransaction transaction = new(scope);
        scope.Enter(transaction);
        Checked<Value> returned = Call(scope, macro);
        bool isLeftOpen = transaction.IsOpen;
        List<Diagnostic> diagnostics = [.. DiagnosticPlaces.Move(returned.Diagnostics, scope.Place), .. Check(returned, macro, scope), .. RollBack(transaction)];
        scope.Enter(null);
        return diagnostics.Exists(d => d.Severity == Severity.Error)
            ? Text.Check.Failed<ScriptAnswer>(diagnostics)
            : Text.Check.Ok(new ScriptAnswer(scope.Results.Load(ResultStore.Main), transaction.SentText, isLeftOpen), diagnostics);
    }

    private static Checked<Value> Call(ExecuteScope scope, Macro macro) => scope.TryGetMacro(macro.PackageName, macro.Name, out Value? callable)
        ? scope.Session.Call(callable, Arguments.Of())
        : Text.Check.Failed<Value>(macro.Template.Diagnostics);

    private static IEnumerable<Diagnostic> RollBack(ScriptTransaction transaction)
    {
        try
        {
            transaction.RollBack();
            return [];
        }
        catch (TemplateException lost)
        {
            return lost.Diagnostic is { } diagnostic ? [diagnostic] : [];
        }
    }

    /// <summary>dbt: a dict with the list `relations`.</summary>
    private static IEnumerable<Diagnostic> Check(Checked<Value> returned, Macro macro, ExecuteScope scope)
    {
        if (returned.Value is null || (returned.Value is DictValue dict && dict.TryGet("relations", out Value? relations) && relations is ListValue))
        {
            return scope.Results.Has(ResultStore.Main) || returned.Value is null || MaterializationMacros.MayDoNothing(macro)
                ? []
                : [Wrong(scope, $"the materialization `{macro.Name}` runs no statement `main`", "its answer is the node's: `{% call statement('main') %}…{% endcall %}`")];
        }

        return [Wrong(scope, $"the materialization `{macro.Name}` returns no dict with the list `relations`", "end it with `{{ return({'relations': [target_relation]}) }}`")];
    }

    private static Diagnostic Wrong(ExecuteScope scope, string message, string hint) =>
        Diagnostic.Error(CompilationCodes.MaterializationContract, message, scope.Node.Config.LocationOf("materialized") ?? scope.Place).WithHint(hint);
}
