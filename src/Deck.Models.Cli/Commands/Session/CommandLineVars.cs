using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>The names and values of `--vars` or `--args`.</summary>
internal sealed record CommandLineVars(ImmutableDictionary<string, Value> Values)
{
    public static CommandLineVars None { get; } = new(ImmutableDictionary<string, Value>.Empty);
}
