using System.Globalization;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Cli.Console;

/// <summary>The words with which the console tells how a node ended.</summary>
/// <param name="Status">A short word: `ok`, `pass`, `warn`, `fail`, `error`, `skip`.</param>
/// <param name="Kind">What it is: `table`, `view`, `seed`, `test`, `unit`, …</param>
/// <param name="Subject">The relation without quotes where there is one, otherwise the node's name.</param>
/// <param name="Detail">Rows, failures, the reason of an error with its place, or that of a skip.</param>
internal sealed record NodeLine(string Status, string Kind, string Subject, string Detail, TimeSpan Elapsed)
{
    public static NodeLine Of(NodeResult result) =>
        new(StatusOf(result.Status), KindOf(result.Node), SubjectOf(result.Node), DetailOf(result), result.Elapsed);

    public static string KindOf(Node node) => node switch
    {
        ModelNode model => model.Config.Materialized,
        UnitTestNode => "unit test",
        SavedQueryNode => "saved query",
        OperationNode => "hook",
        _ => ResourceTypes.NameOf(node.ResourceType),
    };

    public static string SubjectOf(Node node) => node is ModelNode or SeedNode or SnapshotNode or FunctionNode && node.Relation is { } relation
        ? $"{relation.Schema}.{relation.Identifier}"
        : node.Name;

    public static string Seconds(TimeSpan elapsed) => elapsed.TotalSeconds < 60
        ? elapsed.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture) + "s"
        : $"{(int)elapsed.TotalMinutes}m{elapsed.Seconds:00}s";

    /// <summary>"1 row", "2,000 rows".</summary>
    public static string Rows(long rows) => rows == 1 ? "1 row" : $"{rows:N0} rows";

    public static string StatusOf(NodeStatus status) => status switch
    {
        NodeStatus.Success => "ok",
        NodeStatus.Skipped => "skip",
        NodeStatus.NoOp => "no-op",
        NodeStatus.PartialSuccess => "partial",
        NodeStatus.RuntimeError => "error",
        _ => NodeStatuses.NameOf(status),
    };

    private static string DetailOf(NodeResult result) => result switch
    {
        { Status: NodeStatus.Skipped, SkippedBecauseOf: { } cause } => $"because of {cause.Value}",
        { Status: NodeStatus.Skipped, Message: { } reason } => reason,
        { Status: NodeStatus.NoOp, Node: SeedNode, Message: { } reason } => reason,
        { Status: NodeStatus.Fail or NodeStatus.Warn, Failures: { } failures } => failures == 1 ? "1 failing row" : $"{failures:N0} failing rows",
        { Status: NodeStatus.Error or NodeStatus.RuntimeError, Diagnostics: [{ } first, ..] } => Cause(first),
        { Status: NodeStatus.Success, RowsAffected: { } rows } => Rows(rows),
        _ => "",
    };

    /// <summary>The first line of what went wrong; the summary says the rest.</summary>
    private static string Cause(Diagnostic diagnostic)
    {
        string message = diagnostic.Message.Split('\n')[0];
        return diagnostic.Location is { } place ? $"{place.InFile}: {message}" : message;
    }
}
