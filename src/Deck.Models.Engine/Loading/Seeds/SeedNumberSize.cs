namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>What a column of numbers needs, in ascending order.</summary>
internal enum SeedNumberSize
{
    Integer,
    BigInteger,
    Huge,
    Fractional,
}
