using System.Collections.Immutable;

namespace Deck.Models.Engine.Reporting;

/// <summary>How the batches of a microbatch model ended.</summary>
/// <param name="Failed">Those that failed, and those that were not begun because of it.</param>
public sealed record BatchResults(ImmutableArray<EventTimeWindow> Successful, ImmutableArray<EventTimeWindow> Failed)
{
    public NodeStatus Status => Failed.IsEmpty ? NodeStatus.Success : Successful.IsEmpty ? NodeStatus.Error : NodeStatus.PartialSuccess;

    /// <summary>dbt's message.</summary>
    public string Message => Status switch
    {
        NodeStatus.Success => "SUCCESS",
        NodeStatus.PartialSuccess => $"PARTIAL SUCCESS ({Successful.Length}/{Successful.Length + Failed.Length})",
        _ => "ERROR",
    };
}
