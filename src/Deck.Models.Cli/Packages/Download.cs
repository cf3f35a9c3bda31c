namespace Deck.Models.Cli.Packages;

/// <summary>What came of asking a server for something.</summary>
/// <param name="Failure">Why it failed, the end of a sentence; null where it did not.</param>
internal sealed record Download(string? Failure)
{
    public static Download Done { get; } = new((string?)null);

    /// <summary>True where the server answers, but has no such thing.</summary>
    public bool IsMissing { get; init; }

    /// <summary>True where another try may succeed.</summary>
    public bool IsTransient { get; init; }

    /// <summary>How long the server asks to wait.</summary>
    public TimeSpan? Wait { get; init; }
}
