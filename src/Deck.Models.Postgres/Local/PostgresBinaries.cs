namespace Deck.Models.Postgres.Local;

/// <summary>An installation of PostgreSQL's server programs.</summary>
/// <param name="Folder">Holds `initdb`, `pg_ctl` and `postgres`; `psql` too, where the client is installed with it.</param>
/// <param name="Version">The major version, such as 17.</param>
internal sealed record PostgresBinaries(string Folder, int Version)
{
    public string Initdb => Path.Combine(Folder, "initdb");

    public string PgCtl => Path.Combine(Folder, "pg_ctl");

    private static readonly string[] Needed = ["initdb", "pg_ctl", "postgres"];

    /// <summary>The programs without which there is no private server.</summary>
    public static bool IsIn(string folder) => Needed.All(program => File.Exists(Path.Combine(folder, program)));
}
