namespace Deck.Models.Cli.Packages;

/// <summary>What a run of git left.</summary>
/// <param name="ExitCode">git's own, or <see cref="Missing"/> or <see cref="TimedOut"/>.</param>
internal sealed record GitRun(int ExitCode, string Output, string Errors)
{
    /// <summary>There is no git on this machine.</summary>
    public const int Missing = -1;

    /// <summary>git was ended because it took too long.</summary>
    public const int TimedOut = -2;

    public bool Succeeded => ExitCode == 0;
}
