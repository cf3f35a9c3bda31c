namespace Deck.Models.Text;

/// <summary>A line and a column as people count them, both from 1; the column counts UTF-16 code units.</summary>
public readonly record struct LinePosition(int Line, int Column)
{
    public override string ToString() => $"{Line}:{Column}";
}
