namespace Deck.Models.Text;

/// <summary>A half-open range of UTF-16 positions in one text.</summary>
/// <param name="Start">Offset of the first character, from 0.</param>
/// <param name="Length">Number of UTF-16 code units; 0 marks a place between two characters.</param>
public readonly record struct TextSpan(int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The span from <paramref name="start"/> up to, not including, <paramref name="end"/>.</summary>
    public static TextSpan Between(int start, int end) => new(start, end - start);

    /// <summary>The smallest span that covers both.</summary>
    public static TextSpan Cover(TextSpan a, TextSpan b) => Between(Math.Min(a.Start, b.Start), Math.Max(a.End, b.End));

    public bool Contains(int offset) => offset >= Start && offset < End;

    /// <summary>The same range counted from <paramref name="offset"/> positions further on.</summary>
    public TextSpan Shift(int offset) => new(Start + offset, Length);
}
