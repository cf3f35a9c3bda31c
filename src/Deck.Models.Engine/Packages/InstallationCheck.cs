using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Packages.Lock;
using Deck.Models.Engine.Packages.Requests;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages;

/// <summary>Compares the packages that a project asks for with those that are installed: by number, as dbt does.</summary>
internal static class InstallationCheck
{
    /// <summary>What is wrong, or null. The lock counts where it has packages, else the packages file.</summary>
    public static Diagnostic? Find(IProjectFiles files, string installPath)
    {
        PackageLock? locked = PackageLock.Find(files)?.Value;
        bool countsLock = locked is { Count: > 0 };
        int wanted = countsLock && locked is not null ? locked.Count : PackagesFileReader.Count(files);
        ImmutableArray<string> installed = InstalledPackages.ListNames(files, installPath);
        if (wanted == installed.Length)
        {
            return null;
        }

        string file = countsLock ? PackageLock.FileName : PackagesFileReader.NameOf(files);
        string[] missing = [.. locked?.Projects.Except(installed) ?? []];
        return Diagnostic.Error(LoadingCodes.MissingPackages, $"{file} has {Count(wanted)}, but {installed.Length} {(installed.Length == 1 ? "is" : "are")} installed in {installPath}", Location.OfFile(file))
            .WithHint(missing.Length == 0 ? null : $"missing: {string.Join(", ", missing.Select(name => $"`{name}`"))}")
            .WithHint("run `deckmodel deps`");
    }

    private static string Count(int packages) => packages == 1 ? "1 package" : $"{packages} packages";
}
