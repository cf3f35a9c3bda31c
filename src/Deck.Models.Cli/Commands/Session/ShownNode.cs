using System.Collections.Immutable;
using Deck.Models.Cli.Console.Results;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>A node's results, ready to print.</summary>
internal sealed record ShownNode(ImmutableArray<ShownResult> Results);
