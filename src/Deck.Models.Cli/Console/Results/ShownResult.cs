using Deck.Models.Engine.Execution;

namespace Deck.Models.Cli.Console.Results;

/// <summary>One result to print.</summary>
/// <param name="Heading">The comment heading of its statement, or null.</param>
/// <param name="IsCut">True where a limit left rows out.</param>
internal sealed record ShownResult(string? Heading, QueryResult Result, bool IsCut);
