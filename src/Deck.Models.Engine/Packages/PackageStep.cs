namespace Deck.Models.Engine.Packages;

/// <summary>The steps of `deps` that are worth a line.</summary>
public enum PackageStep
{
    Resolving,
    Fetching,
    Retrying,
    Added,
    Replaced,
    Locked,
    Installed,
    UpdateAvailable,
    Removed,
}
