using System.Collections.Immutable;

namespace Deck.Models.Engine.Packages.Versions;

/// <summary>Picks versions out of those that exist.</summary>
public static class VersionChoice
{
    /// <summary>The versions that may be installed, oldest first, as the hub writes them; what is no version is left out.</summary>
    public static ImmutableArray<string> Installable(IEnumerable<string> versions, bool prereleases) =>
    [
        .. versions
            .Select(text => (Text: text, Version: VersionSpecifier.Parse(text)))
            .Where(v => v.Version is not null && (prereleases || v.Version.Prerelease is null))
            .OrderBy(v => v.Version, Comparer<VersionSpecifier?>.Create((a, b) => a is null || b is null ? 0 : a.CompareTo(b)))
            .Select(v => v.Text),
    ];

    /// <summary>The newest version in the range, or null where there is none.</summary>
    public static string? Newest(VersionRange range, IEnumerable<string> versions)
    {
        (string? Text, VersionSpecifier? Version) newest = default;
        foreach (string text in versions)
        {
            if (VersionSpecifier.Parse(text) is { } version && range.Allows(version) && (newest.Version is null || newest.Version.CompareTo(version) < 0))
            {
                newest = (text, version);
            }
        }

        return newest.Text;
    }
}
