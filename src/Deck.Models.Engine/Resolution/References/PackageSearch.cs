namespace Deck.Models.Engine.Resolution;

/// <summary>The order in which dbt looks for a name among packages.</summary>
internal sealed class PackageSearch(string root)
{
    private readonly string?[] ofRoot = [root, null];

    /// <summary>A named package only; else the root project, the node's own package, and then any (null).</summary>
    public string?[] Order(string? named, string own) => named is not null ? [named] : own == root ? ofRoot : [root, own, null];
}
