namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>How a field of a CSV record is written.</summary>
internal enum CsvFieldForm
{
    /// <summary>Without a double quote.</summary>
    Plain,

    /// <summary>Not in quotes, with a quote in it that is a character like any other.</summary>
    Stray,

    /// <summary>Wholly in quotes, none in between.</summary>
    Quoted,

    /// <summary>Wholly in quotes, with doubled quotes in between.</summary>
    Escaped,

    /// <summary>In quotes, and going on after the closing one.</summary>
    Continued,

    /// <summary>In quotes that do not close.</summary>
    Unclosed,
}
