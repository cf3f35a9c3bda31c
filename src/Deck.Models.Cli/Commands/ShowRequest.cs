using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Console.Results;

namespace Deck.Models.Cli.Commands;

/// <summary>What `show` was asked for.</summary>
/// <param name="Limit">Rows at most, or null for all.</param>
internal sealed record ShowRequest(SelectionOptions Selection, string? Inline, int? Limit, ResultFormat Format);
