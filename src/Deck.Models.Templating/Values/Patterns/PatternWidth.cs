namespace Deck.Models.Templating.Values;

/// <summary>The least and the greatest number of characters that a part of a pattern can match: Python looks behind over a fixed number only.</summary>
internal readonly record struct PatternWidth(long Least, long Most)
{
    private const long Unlimited = int.MaxValue;

    public static PatternWidth None => new(0, 0);

    public static PatternWidth One => new(1, 1);

    public static PatternWidth Any => new(0, Unlimited);

    public static PatternWidth operator +(PatternWidth left, PatternWidth right) =>
        new(Math.Min(left.Least + right.Least, Unlimited), Math.Min(left.Most + right.Most, Unlimited));

    public PatternWidth Or(PatternWidth other) => new(Math.Min(Least, other.Least), Math.Max(Most, other.Most));

    public PatternWidth Times(long least, long most) => new(Math.Min(Least * least, Unlimited), Math.Min(Most * most, Unlimited));
}
