using System.Globalization;

namespace Deck.Models.Postgres.Local;

/// <summary>Finds PostgreSQL's server programs, newest first: DECKMODEL_PG_BIN alone where it is set, else PATH and the places that distributions use.</summary>
internal static class BinaryLocator
{
    /// <summary>Folders whose children are versions, and where the programs are in them.</summary>
    private static readonly (string Parent, string Pattern, string Bin)[] UsualPlaces =
    [
        ("/usr/lib/postgresql", "*", "bin"),
        ("/usr", "pgsql-*", "bin"),
        ("/opt/homebrew/opt", "postgresql*", "bin"),
        ("/usr/local/opt", "postgresql*", "bin"),
        ("/home/linuxbrew/.linuxbrew/opt", "postgresql*", "bin"),
        ("/Applications/Postgres.app/Contents/Versions", "*", "bin"),
        ("/usr/libexec", "postgresql*", "."),
        ("/usr/local", "pgsql*", "bin"),
    ];

    public static async Task<IReadOnlyList<PostgresBinaries>> FindAsync(LocalServerOptions options, CancellationToken cancellation)
    {
        List<PostgresBinaries> found = [];
        foreach (string folder in Candidates(options).Where(PostgresBinaries.IsIn).Select(Path.GetFullPath).Distinct(StringComparer.Ordinal))
        {
            if (await VersionOfAsync(folder, cancellation).ConfigureAwait(false) is { } version)
            {
                found.Add(new PostgresBinaries(folder, version));
            }
        }

        return [.. found.OrderByDescending(b => b.Version)];
    }

    private static IEnumerable<string> Candidates(LocalServerOptions options)
    {
        if (options.Variable("DECKMODEL_PG_BIN") is { } named)
        {
            return [named];
        }

        IEnumerable<string> path = (options.Variable("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries);
        return path.Concat(UsualPlaces.SelectMany(place => Children(place.Parent, place.Pattern).Select(child => Path.Combine(child, place.Bin))));
    }

    private static IEnumerable<string> Children(string parent, string pattern)
    {
        EnumerationOptions quiet = new() { IgnoreInaccessible = true };
        return Directory.Exists(parent) ? Directory.EnumerateDirectories(parent, pattern, quiet) : [];
    }

    /// <summary>A folder named after its version says so itself, which spares a process at every start.</summary>
    private static async Task<int?> VersionOfAsync(string folder, CancellationToken cancellation)
    {
        if (NumberAfter(folder, "/postgresql/") is { } named)
        {
            return named;
        }

        ProgramRun run = await ProgramRun.RunAsync(Path.Combine(folder, "postgres"), ["--version"], new ServerAccount((string?)null), cancellation).ConfigureAwait(false);
        return run.Succeeded ? NumberAfter(run.Output, "PostgreSQL) ") : null;
    }

    private static int? NumberAfter(string text, string mark)
    {
        int at = text.IndexOf(mark, StringComparison.Ordinal);
        string digits = at < 0 ? "" : string.Concat(text.Skip(at + mark.Length).TakeWhile(char.IsAsciiDigit));
        return int.TryParse(digits, CultureInfo.InvariantCulture, out int number) ? number : null;
    }
}
