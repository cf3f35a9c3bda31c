using System.Collections.Immutable;

namespace Deck.Models.Engine.Planning;

/// <summary>One statement with its parameters (`$1`, …), passed as text and cast by the statement itself.</summary>
/// <param name="ModelOffset">Where the model's own compiled SQL starts in <paramref name="Text"/>, so that an error position can be led back to the model; null where it is not in it.</param>
public sealed record SqlStatement(string Text, ImmutableArray<string?> Parameters, int? ModelOffset = null)
{
    public static SqlStatement Of(string text, params ImmutableArray<string?> parameters) => new(text, parameters);
}
