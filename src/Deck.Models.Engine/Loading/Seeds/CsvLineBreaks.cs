namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>The line breaks that end the records of a CSV text.</summary>
[Flags]
internal enum CsvLineBreaks
{
    None = 0,
    Lf = 1,
    CrLf = 2,
    Cr = 4,
}
