using System.Text;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Engine.Reporting;

namespace Deck.Models.Cli.Files;

/// <summary>logs/deckmodel.log: every event as a JSON line or a line of text, appended; put aside when it has grown too large.</summary>
internal sealed class LogFile : IDisposable
{
    private const string Name = "deckmodel.log";

    private readonly StreamWriter writer;

    private LogFile(StreamWriter writer, LoggedInvocation invocation, GlobalOptions options)
    {
        this.writer = writer;
        Invocation = invocation;
        IRunObserver lines = options.LogFormatFile == "json" ? new JsonLinesObserver(writer, invocation) : new TextLogObserver(writer);
        Observer = options.LogLevelFile == "debug" ? lines : new LevelFilter(lines, options.LogLevelFile);
    }

    public IRunObserver Observer { get; }

    /// <summary>What the lines tell of the invocation.</summary>
    public LoggedInvocation Invocation { get; }

    public static LogFile Open(ProjectSession session, GlobalOptions options)
    {
        string folder = options.LogPath is { } named ? session.Host.Resolve(named) : Path.GetFullPath(session.Sources.Root.Project.LogPath, session.Folder);
        string path = Path.Combine(folder, Name);
        LoggedInvocation invocation = new(session.Settings.InvocationId, session.Sources.Profile.TargetName);
        return FileException.Guard(path, () => new LogFile(Open(folder, path, options.LogFileBytes), invocation, options));
    }

    public void Dispose() => writer.Dispose();

    private static StreamWriter Open(string folder, string path, int greatest)
    {
        Directory.CreateDirectory(folder);
        if (greatest > 0 && File.Exists(path) && new FileInfo(path).Length > greatest)
        {
            File.Move(path, path + ".1", overwrite: true);
        }

        return new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite), new UTF8Encoding(false));
    }
}
