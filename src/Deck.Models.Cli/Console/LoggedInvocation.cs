namespace Deck.Models.Cli.Console;

/// <summary>What every line of a JSON log tells of the invocation.</summary>
/// <param name="Target">The name of the output that is connected to.</param>
internal sealed record LoggedInvocation(Guid Id, string Target);
