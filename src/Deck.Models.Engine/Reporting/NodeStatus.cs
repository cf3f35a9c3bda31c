namespace Deck.Models.Engine.Reporting;

/// <summary>dbt's result statuses; <see cref="NodeStatuses.NameOf"/> gives the text of artifacts.</summary>
public enum NodeStatus
{
    Success,
    Error,
    Skipped,
    PartialSuccess,
    NoOp,
    Pass,
    Fail,
    Warn,
    RuntimeError,
}
