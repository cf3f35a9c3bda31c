using System.Text;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Engine.Reporting;

namespace Deck.Models.Cli.Files;

/// <summary>logs/deckmodel.log: every event as a JSON line, appended; put aside when it has grown past 10 MB.</summary>
internal sealed class LogFile : IDisposable
{
    private const string Name = "deckmodel.log";
    private const long Greatest = 10 * 1024 * 1024;

    private readonly StreamWriter writer;

    private LogFile(StreamWriter writer)
    {
        this.writer = writer;
        Observer = new JsonLinesObserver(writer);
    }

    public IRunObserver Observer { get; }

    public static LogFile Open(ProjectSession session, GlobalOptions options)
    {
        string folder = options.LogPath is { } named ? session.Host.Resolve(named) : Path.GetFullPath(session.Sources.Root.Project.LogPath, session.Folder);
        Directory.CreateDirectory(folder);
        string path = Path.Combine(folder, Name);
        if (File.Exists(path) && new FileInfo(path).Length > Greatest)
        {
            File.Move(path, path + ".1", overwrite: true);
        }

        return new LogFile(new StreamWriter(new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite), new UTF8Encoding(false)));
    }

    public void Dispose() => writer.Dispose();
}
