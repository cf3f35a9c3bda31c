using System.Collections.Immutable;
using Deck.Models.Engine.Planning;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>How the steps of a plan ended.</summary>
internal sealed record StepAnswer
{
    /// <summary>The tag of the main statement.</summary>
    public string? Tag { get; init; }

    public long? Rows { get; init; }

    /// <summary>The result of the last statement sent.</summary>
    public QueryResult? Last { get; init; }

    /// <summary>What the server refused, and the statement.</summary>
    public DatabaseError? Error { get; init; }

    public SqlStatement? Failed { get; init; }

    /// <summary>True where what failed is the statement whose answer is the node's.</summary>
    public bool IsMainFailed { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];

    public bool IsOk => Error is null && !Diagnostics.Any(d => d.Severity == Severity.Error);
}
