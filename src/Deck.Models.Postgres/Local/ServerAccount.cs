namespace Deck.Models.Postgres.Local;

/// <summary>The account that runs PostgreSQL: the caller's own, or an unprivileged one for root, whom PostgreSQL refuses.</summary>
/// <param name="Name">Null for the caller's own.</param>
internal sealed record ServerAccount(string? Name)
{
    private const string Accounts = "/etc/passwd";

    private static readonly string[] Unprivileged = ["postgres", "_postgres", "nobody"];

    /// <summary>The distribution's `postgres`, else `nobody`; null where root has neither.</summary>
    public static ServerAccount? Find()
    {
        if (!Environment.IsPrivilegedProcess)
        {
            return new ServerAccount((string?)null);
        }

        HashSet<string> known = File.Exists(Accounts) ? [.. File.ReadLines(Accounts).Select(line => line.Split(':')[0])] : [];
        return Unprivileged.Where(known.Contains).Select(name => new ServerAccount(name)).FirstOrDefault();
    }
}
