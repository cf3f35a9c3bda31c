namespace Deck.Models.Cli.Commands;

/// <summary>What a command does once its options are parsed; the result is the exit code.</summary>
internal delegate Task<int> CommandAction(CancellationToken cancellation);
