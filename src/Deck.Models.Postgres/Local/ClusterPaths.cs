using System.Security.Cryptography;
using System.Text;

namespace Deck.Models.Postgres.Local;

/// <summary>Where the parts of one private server are.</summary>
internal sealed class ClusterPaths
{
    /// <summary>`sockaddr_un` holds 108 bytes on Linux and 104 on macOS, each with a final zero.</summary>
    private const int LongestSocketPath = 103;

    /// <summary>The port that names the socket, nobody else's as the folder is private.</summary>
    public const int Port = 5432;

    private ClusterPaths(string root, string socketFolder)
    {
        Root = root;
        SocketFolder = socketFolder;
    }

    public string Root { get; }

    public string Data => Path.Combine(Root, "data");

    /// <summary>Where `initdb` works until its result is whole.</summary>
    public string NewData => Path.Combine(Root, "data.new");

    public string Log => Path.Combine(Root, "server.log");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    /// <summary>Held alone while the server is made, started or stopped.</summary>
    public string ChangeLock => Path.Combine(Root, "change.lock");

    /// <summary>Held together by every process that uses the server: who gets it alone is the last.</summary>
    public string UsersLock => Path.Combine(Root, "users.lock");

    /// <summary>There while the server is to go on without users.</summary>
    public string KeptMark => Path.Combine(Root, "kept");

    public string SocketFolder { get; }

    /// <summary>For root a folder that an unprivileged account can reach, since `/root` and a user's home are closed to it.</summary>
    public static ClusterPaths Of(LocalServerOptions options, bool isRoot)
    {
        string folder = Path.GetFullPath(options.Folder);
        string root = isRoot ? Path.Combine("/var/lib/deckmodel", Hash(folder)) : folder;
        string inside = Path.Combine(root, "run");
        return new ClusterPaths(root, Fits(inside) ? inside : Path.Combine(ShortFolder(options, isRoot), $"deckmodel-{Hash(root)}"));
    }

    private static bool Fits(string socketFolder) => Encoding.UTF8.GetByteCount(Path.Combine(socketFolder, $".s.PGSQL.{Port}")) <= LongestSocketPath;

    private static string ShortFolder(LocalServerOptions options, bool isRoot) =>
        isRoot ? "/run" : options.Variable("XDG_RUNTIME_DIR") is { Length: < 60 } runtime && Directory.Exists(runtime) ? runtime : "/tmp";

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..16];
}
