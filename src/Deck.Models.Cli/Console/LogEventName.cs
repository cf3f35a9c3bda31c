using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Console;

/// <summary>The name and code under which dbt logs an event; tools that read logs look for them.</summary>
internal sealed record LogEventName(string Name, string Code)
{
    public static LogEventName Of(RunEvent happened) => happened switch
    {
        RunStarted => new("ConcurrencyLine", "Q027"),
        NodeStarted { Node: OperationNode } => new("LogHookStartLine", "Q032"),
        NodeStarted => new("LogStartLine", "Q011"),
        NodeFinished finished => OfResult(finished.Result),
        BatchStarted => new("LogStartBatch", "Q045"),
        BatchFinished => new("LogBatchResult", "Q046"),
        MessageLogged { Level: "debug" } => new("JinjaLogDebug", "I063"),
        MessageLogged { Level: "warn" } => new("JinjaLogWarning", "I061"),
        MessageLogged { Level: MessageLogged.Print } => new("PrintEvent", "Z052"),
        MessageLogged => new("JinjaLogInfo", "I062"),
        DiagnosticRaised { Diagnostic: { Severity: Severity.Error } mistake } => new("MainEncounteredError", mistake.Code.ToString()),
        DiagnosticRaised raised => new(raised.Diagnostic.Code.WarningName ?? "Note", raised.Diagnostic.Code.ToString()),
        _ => new("StatsLine", "Z023"),
    };

    private static LogEventName OfResult(NodeResult result) => result switch
    {
        { Node: OperationNode } => new("LogHookEndLine", "Q033"),
        { Status: NodeStatus.Skipped } => new("SkippingDetails", "Q034"),
        { Status: NodeStatus.NoOp } => new("LogNodeNoOpResult", "Q019"),
        { Node: ModelNode } => new("LogModelResult", "Q012"),
        { Node: DataTestNode or UnitTestNode } => new("LogTestResult", "Q007"),
        { Node: SeedNode } => new("LogSeedResult", "Q016"),
        { Node: SnapshotNode } => new("LogSnapshotResult", "Q015"),
        _ => new("LogNodeResult", "Q008"),
    };
}
