namespace Deck.Models.Engine.Packages.Versions;

/// <summary>How a version in a request compares with the version that is taken.</summary>
public enum VersionMatcher
{
    Exact,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}
