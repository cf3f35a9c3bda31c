namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>A relation `m` built by one materialization: how it came about, and the run that is disturbed.</summary>
/// <param name="Before">The project that made what the disturbed run meets; empty where it meets nothing.</param>
/// <param name="Then">The project of the disturbed run.</param>
public sealed record FaultCase(string Name, (string Name, string Text)[] Before, (string Name, string Text)[] Then)
{
    /// <summary>`--full-refresh` for the disturbed run.</summary>
    public bool FullRefresh { get; init; }

    /// <summary>What of `m` must be as before or as after.</summary>
    public string Content { get; init; } = "select * from m";

    /// <summary>True where it may be done although the result is an error: statements of the user's stand outside of the transaction, or the answer itself is what counts.</summary>
    public bool IsOpaque { get; init; }

    /// <summary>True where the work is several transactions, so that a part of it may be done.</summary>
    public bool IsInParts { get; init; }

    public override string ToString() => Name;
}
