using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Caching.Inputs;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;

namespace Deck.Models.Engine.Caching.Pieces;

/// <summary>What an earlier parse made of each file. Safe for several threads.</summary>
internal sealed class KeptFiles
{
    private static readonly PackageItem[] Items = Enum.GetValues<PackageItem>();

    private readonly Dictionary<string, KeptFile> files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Input> inputs = new(StringComparer.Ordinal);

    private KeptFiles()
    {
    }

    public static KeptFiles None { get; } = new();

    /// <summary>Writes the files that are without mistakes; those that hold what has no notation are read again next time.</summary>
    public static void Write(CacheWriter writer, IEnumerable<NotedFile> noted)
    {
        int count = 0;
        int countAt = writer.Position;
        writer.Fixed(0);
        foreach (NotedFile file in noted)
        {
            int? part = writer.Part(() =>
            {
                writer.Text(file.Key);
                writer.Text(file.Package);
                writer.Text(file.Entry.Below);
                writer.Text(file.Entry.Name);
                FileFormat.Write(writer, file.Contents);
            });
            count += part is null ? 0 : 1;
        }

        writer.Patch(countAt, count);
    }

    /// <param name="inputs">What was asked of the files, with the answers of which these were made.</param>
    public static KeptFiles Read(CacheReader reader, Input[] inputs)
    {
        KeptFiles kept = new();
        int count = reader.Fixed();
        for (int i = 0; i < count; i++)
        {
            CacheReader part = reader.Content.ReaderAt(reader.SkipPart());
            kept.files.TryAdd(part.Text(), new KeptFile(part.Text(), part.Text(), part.Text(), part.Content, part.Position));
        }

        foreach (Input input in inputs)
        {
            kept.inputs.TryAdd(input.Key, input);
        }

        return kept;
    }

    /// <summary>What the file gave before, or null where it is unknown, of another use, or has changed.</summary>
    public FileContents? Find(RecordingFiles now, PackageFolder folder, string package, InventoryEntry entry)
    {
        InputKind kind = entry.Item == PackageItem.Seed ? InputKind.Seed : InputKind.File;
        bool holds = files.TryGetValue(NotedFile.KeyOf(folder, entry), out KeptFile? kept)
            & inputs.TryGetValue(Input.KeyOf(kind, folder.Shown(entry.Path)), out Input? input)
            && kept is not null && kept.Package == package && kept.Below == entry.Below && kept.Name == entry.Name
            && input is not null && now.IsSame(input);
        return holds && kept is not null ? FileFormat.Read(kept.Content.ReaderAt(kept.Position), package, entry) : null;
    }

    /// <summary>What the file at a path was read for.</summary>
    /// <param name="path">From the project's folder.</param>
    public PackageItem[] UsesOf(string path) => [.. Items.Where(item => files.ContainsKey(NotedFile.KeyOf(item, path)))];

    /// <summary>What a file gave before, whatever it holds now; null where it is unknown, or of a package that is no longer there.</summary>
    /// <param name="path">From the project's folder.</param>
    public KnownFile? Read(PackageItem item, string path, ProjectFrame frame)
    {
        if (!files.TryGetValue(NotedFile.KeyOf(item, path), out KeptFile? kept) || frame.Packages.FirstOrDefault(p => p.Project.Name == kept.Package) is not { } package)
        {
            return null;
        }

        InventoryEntry entry = new(item, path[package.Folder.Prefix.Length..], kept.Below) { Name = kept.Name };
        return new KnownFile(package, entry, FileFormat.Read(kept.Content.ReaderAt(kept.Position), kept.Package, entry));
    }

    /// <summary>A file's use, and where stands what it gave.</summary>
    private sealed record KeptFile(string Package, string Below, string Name, CacheContent Content, int Position);
}
