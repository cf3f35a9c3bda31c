namespace Deck.Models.Engine.Reporting;

/// <summary>Names and meanings of <see cref="NodeStatus"/>.</summary>
public static class NodeStatuses
{
    public static string NameOf(NodeStatus status) => status switch
    {
        NodeStatus.PartialSuccess => "partial success",
        NodeStatus.NoOp => "no-op",
        NodeStatus.RuntimeError => "runtime error",
        _ => status.ToString().ToLowerInvariant(),
    };

    /// <summary>True where the run as a whole has failed because of it (exit code 1).</summary>
    public static bool IsFailure(NodeStatus status) =>
        status is NodeStatus.Error or NodeStatus.Fail or NodeStatus.RuntimeError or NodeStatus.PartialSuccess;
}
