namespace Deck.Models.Postgres.Local;

/// <summary>The command that installs PostgreSQL's server on this machine, by `ID` and `ID_LIKE` of `/etc/os-release`.</summary>
internal static class InstallAdvice
{
    private const string OsRelease = "/etc/os-release";

    private static readonly (string Distribution, string Command)[] Commands =
    [
        ("debian", "apt-get install postgresql"),
        ("ubuntu", "apt-get install postgresql"),
        ("fedora", "dnf install postgresql-server"),
        ("rhel", "dnf install postgresql-server"),
        ("centos", "dnf install postgresql-server"),
        ("amzn", "dnf install postgresql15-server"),
        ("suse", "zypper install postgresql-server"),
        ("opensuse", "zypper install postgresql-server"),
        ("arch", "pacman -S postgresql"),
        ("alpine", "apk add postgresql"),
        ("nixos", "nix-env -iA nixos.postgresql"),
        ("gentoo", "emerge dev-db/postgresql"),
    ];

    public static string ForThisMachine() =>
        OperatingSystem.IsMacOS() ? "install it with `brew install postgresql@17`" : For(File.Exists(OsRelease) ? File.ReadAllText(OsRelease) : "", Environment.IsPrivilegedProcess);

    public static string For(string osRelease, bool isRoot)
    {
        string[] ids = [.. ValuesOf(osRelease, "ID="), .. ValuesOf(osRelease, "ID_LIKE=")];
        string? command = ids.Select(id => Commands.FirstOrDefault(c => c.Distribution == id).Command).FirstOrDefault(c => c is not null);
        return command is null
            ? "install PostgreSQL's server (`initdb`, `pg_ctl`, `postgres`) with this system's packages"
            : $"install it with `{(isRoot ? "" : "sudo ")}{command}`";
    }

    private static string[] ValuesOf(string osRelease, string key) =>
        osRelease.Split('\n').Where(line => line.StartsWith(key, StringComparison.Ordinal)).Select(line => line[key.Length..].Trim(' ', '"', '\'', '\r')).FirstOrDefault()?.Split(' ') ?? [];
}
