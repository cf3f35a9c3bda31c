using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>What can go wrong while a plan runs, beyond the server's own errors.</summary>
public static class ExecutionCodes
{
    public static readonly DiagnosticCode TestFailed = new(771, "a data test failed");

    public static readonly DiagnosticCode UnitTestFailed = new(772, "a unit test failed");

    public static readonly DiagnosticCode NoVerdict = new(773, "a data test without a verdict");

    public static readonly DiagnosticCode DependentInTheWay = new(774, "something depends on the relation to be replaced");

    public static readonly DiagnosticCode ConnectionFailed = new(775, "a worker's connection failed");

    public static readonly DiagnosticCode UnreadableSeed = new(777, "a seed cannot be read");

    public static readonly DiagnosticCode SchemaMissing = new(778, "a schema cannot be made");

    public static readonly DiagnosticCode NoLoadTime = new(790, "a source without a time of loading");

    public static readonly DiagnosticCode Repeated = new(780, "something was tried again");

    public static readonly DiagnosticCode CommittedUnheard = new(781, "the answer to a commit was lost");

    public static readonly DiagnosticCode HooksLeftOut = new(791, "hooks that do not run around the freshness of sources") { WarningName = "SourceFreshnessProjectHooksNotRun" };

    public static readonly DiagnosticCode FewerWorkers = new(782, "fewer connections than threads");

    public static readonly DiagnosticCode NotCommitted = new(779, "a materialization that did not commit");
}
