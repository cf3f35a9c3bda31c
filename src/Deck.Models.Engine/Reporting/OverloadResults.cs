using System.Collections.Immutable;

namespace Deck.Models.Engine.Reporting;

/// <summary>How the overloads of a function ended, by the names of their files.</summary>
public sealed record OverloadResults(ImmutableArray<string> Successful, ImmutableArray<string> Failed)
{
    public static OverloadResults None { get; } = new([], []);
}
