using System.Collections.Concurrent;
using Deck.Models.Engine.Caching.Inputs;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Pieces;

/// <summary>Reads a project's files, those that an earlier parse knows from what is kept of them, and remembers what each gave. Safe for several threads.</summary>
internal sealed class FileMemory(RecordingFiles files, KeptFiles kept)
{
    private readonly ConcurrentDictionary<string, NotedFile> noted = new(StringComparer.Ordinal);
    private int parsed;

    /// <summary>The files without mistakes.</summary>
    public IReadOnlyCollection<NotedFile> Noted => [.. noted.Values];

    /// <summary>How many files were parsed this time.</summary>
    public int Parsed => parsed;

    public FileContents Read(PackageFolder folder, string package, InventoryEntry entry)
    {
        FileContents contents = kept.Find(files, folder, package, entry) ?? Parse(folder, package, entry);
        if (!contents.Diagnostics.Any(d => d.Severity == Severity.Error))
        {
            string key = NotedFile.KeyOf(folder, entry);
            noted[key] = new NotedFile(key, package, entry, contents);
        }

        return contents;
    }

    private FileContents Parse(PackageFolder folder, string package, InventoryEntry entry)
    {
        Interlocked.Increment(ref parsed);
        return FileReader.Read(folder, package, entry);
    }
}
