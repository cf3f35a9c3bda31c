using Deck.Models.Cli.Commands.Options;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>What a command asks of the session besides the global flags.</summary>
/// <param name="Command">The command's name as dbt writes it into artifacts.</param>
/// <param name="Run">The flags of commands that build or test, where the command has them.</param>
internal sealed record SessionRequest(string Command, RunOptions? Run = null);
