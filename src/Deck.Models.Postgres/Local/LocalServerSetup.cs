using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Postgres.Local;

/// <summary>A cluster and the programs that can serve it.</summary>
internal sealed record LocalServerSetup(Cluster Cluster, PostgresBinaries Binaries)
{
    /// <summary>The newest PostgreSQL for a new cluster; for one that exists, the version that made it.</summary>
    public static async Task<Checked<LocalServerSetup>> FindAsync(LocalServerOptions options, CancellationToken cancellation)
    {
        if (OperatingSystem.IsWindows())
        {
            return Check.Failed<LocalServerSetup>(
                Diagnostic.Error(LocalServerCodes.Unsupported, "the private server runs on Linux and macOS only").WithHint("use WSL, or name a server in profiles.yml"));
        }

        if (ServerAccount.Find() is not { } account)
        {
            return Check.Failed<LocalServerSetup>(
                Diagnostic.Error(LocalServerCodes.NoUser, "PostgreSQL does not run as root, and this system has neither a user `postgres` nor `nobody`").WithHint("make one with `useradd --system postgres`"));
        }

        Cluster cluster = new(ClusterPaths.Of(options, Environment.IsPrivilegedProcess), account, options);
        IReadOnlyList<PostgresBinaries> installed = await BinaryLocator.FindAsync(options, cancellation).ConfigureAwait(false);
        PostgresBinaries? binaries = installed.FirstOrDefault(b => cluster.Version is null || b.Version == cluster.Version);
        return binaries is not null ? Check.Ok(new LocalServerSetup(cluster, binaries)) : Check.Failed<LocalServerSetup>(Missing(options, cluster.Version, installed));
    }

    private static Diagnostic Missing(LocalServerOptions options, int? needed, IReadOnlyList<PostgresBinaries> installed)
    {
        if (installed.Count > 0)
        {
            string versions = string.Join(", ", installed.Select(b => b.Version).Distinct());
            return Diagnostic.Error(LocalServerCodes.VersionMissing, $"the private server's data was made by PostgreSQL {needed}, and here is PostgreSQL {versions}")
                .WithHint($"install PostgreSQL {needed}, or make the data anew with `deckmodel local destroy`: it holds only what `deckmodel build` makes");
        }

        return options.Variable("DECKMODEL_PG_BIN") is { } named
            ? Diagnostic.Error(LocalServerCodes.NoBinaries, $"`DECKMODEL_PG_BIN` names `{named}`, which does not hold `initdb`, `pg_ctl` and `postgres`")
                .WithHint("name the folder that holds them, or unset it to have them looked for")
            : Diagnostic.Error(LocalServerCodes.NoBinaries, "the private server needs PostgreSQL's programs `initdb`, `pg_ctl` and `postgres`, and they are not on this machine")
                .WithHint(InstallAdvice.ForThisMachine())
                .WithHint("where they are in an unusual place, name it in `DECKMODEL_PG_BIN`");
    }
}
