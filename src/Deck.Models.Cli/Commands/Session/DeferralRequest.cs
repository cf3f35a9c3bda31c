namespace Deck.Models.Cli.Commands.Session;

/// <summary>What a command was told of `--defer`.</summary>
/// <param name="Folder">With the artifacts of the earlier run, or null where none is named.</param>
/// <param name="IsAsked">Whether references are to lead to the earlier run at all.</param>
/// <param name="FavorsState">`--favor-state`.</param>
internal sealed record DeferralRequest(string? Folder, bool IsAsked, bool FavorsState)
{
    /// <summary>True for a command that cannot do without the earlier run: `clone`.</summary>
    public bool IsNeeded { get; init; }
}
