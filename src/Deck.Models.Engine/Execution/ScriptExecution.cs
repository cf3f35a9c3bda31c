using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Warnings;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Builds or tests a node by a materialization that is written in Jinja.</summary>
internal static class ScriptExecution
{
    public static NodeOutcome Run(CompiledModel model, Macro macro, WarningPolicy warnings)
    {
        Checked<ScriptAnswer> ran = model.Macros.RunScript(macro);
        if (!ran.Succeeded(out ScriptAnswer? answer))
        {
            return NodeOutcome.Failed(ran.Diagnostics);
        }

        NodeOutcome outcome = model.Node switch
        {
            DataTestNode test => DataTestExecution.Judge(test, ToVerdict(answer), warnings),
            UnitTestNode => UnitTestExecution.Judge(model, UnitTestDifference.Of(answer.Table)),
            _ => Built(answer, macro, model.Node),
        };
        return outcome with { Response = answer.Response, ExecutedSql = answer.SentText, Diagnostics = ran.Diagnostics.AddRange(warnings.Apply(outcome.Diagnostics)) };
    }

    private static NodeOutcome Built(ScriptAnswer answer, Macro macro, Node node) => new(NodeStatus.Success)
    {
        Message = answer.Message,
        Rows = answer.Rows,
        Diagnostics = !answer.IsLeftOpen ? [] :
        [
            Diagnostic.Warning(ExecutionCodes.NotCommitted, $"the materialization `{macro.Name}` of `{node.Name}` did not commit; what it did was rolled back", node.Config.LocationOf("materialized") ?? node.Location)
                .WithHint("call `{{ adapter.commit() }}` before it returns"),
        ],
    };

    /// <summary>The row of a test's query as the server would have given it.</summary>
    private static QueryResult ToVerdict(ScriptAnswer answer)
    {
        string?[] row = [.. answer.FirstRow.Select(v => v switch { BooleanValue flag => flag.IsTrue ? "t" : "f", { IsNone: true } => null, _ => v.ToText() })];
        return new QueryResult([], row.Length == 0 ? [] : [row], "");
    }
}
