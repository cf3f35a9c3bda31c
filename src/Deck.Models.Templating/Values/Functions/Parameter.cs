namespace Deck.Models.Templating.Values;

/// <summary>How a parameter takes its argument.</summary>
internal enum ParameterKind
{
    PositionalOnly,
    Ordinary,
    KeywordOnly,

    /// <summary>`*rest`.</summary>
    Rest,

    /// <summary>`**extra`.</summary>
    Extra,
}

/// <summary>One parameter of a <see cref="Signature"/>.</summary>
internal sealed record Parameter(string Name, ParameterKind Kind, bool IsRequired, Value? Default);
