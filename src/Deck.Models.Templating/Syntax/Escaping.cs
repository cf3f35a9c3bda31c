namespace Deck.Models.Templating.Syntax;

/// <summary>What Jinja's compiler knows about `autoescape` at a place of a text.</summary>
[Flags]
internal enum Escaping
{
    None = 0,

    /// <summary>The last option that was a constant turned escaping on.</summary>
    On = 1,

    /// <summary>An option around the place is not a constant: whether values are escaped shows while rendering. Constants go by <see cref="On"/>.</summary>
    Varies = 2,
}
