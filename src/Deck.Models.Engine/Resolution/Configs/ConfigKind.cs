namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>The shape that a config's value must have; None is allowed everywhere.</summary>
internal enum ConfigKind
{
    Boolean,
    Text,
    Integer,
    Texts,
    Dict,

    /// <summary>A text, or a list of texts.</summary>
    TextOrTexts,

    /// <summary>A text, a dict with `sql`, or a list of these.</summary>
    Hooks,

    /// <summary>A list of dicts.</summary>
    Dicts,
}
