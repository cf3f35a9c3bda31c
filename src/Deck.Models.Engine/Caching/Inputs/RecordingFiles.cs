using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Loading;

namespace Deck.Models.Engine.Caching.Inputs;

/// <summary>A project's files, with a record of everything that was asked of them: where the answers are the same again, so is what was made of them.</summary>
/// <param name="now">When reading begins.</param>
internal sealed class RecordingFiles(IProjectFiles files, DateTimeOffset now) : IProjectFiles
{
    private readonly ConcurrentDictionary<string, Input> inputs = new(StringComparer.Ordinal);

    public string Root => files.Root;

    public ICollection<Input> Inputs => inputs.Values;

    public ImmutableArray<string> List(string folder)
    {
        ImmutableArray<string> found = files.List(folder);
        Note(new Input(InputKind.Files, folder, null, InputDigest.Of(found)));
        return found;
    }

    public ImmutableArray<string> ListFolders(string folder)
    {
        ImmutableArray<string> found = files.ListFolders(folder);
        Note(new Input(InputKind.Folders, folder, null, InputDigest.Of(found)));
        return found;
    }

    public bool TryRead(string path, [NotNullWhen(true)] out byte[]? content)
    {
        FileStamp? stamp = files.StampOf(path);
        bool found = files.TryRead(path, out content);
        Note(new Input(InputKind.File, path, Settled(stamp), found ? InputDigest.Of(content) : []));
        return found;
    }

    public Stream OpenRead(string path)
    {
        FileStamp? stamp = files.StampOf(path);
        Stream stream = files.OpenRead(path);
        (byte[] digest, Stream again) = InputDigest.OfSeed(stream);
        Note(new Input(InputKind.Seed, path, Settled(stamp), digest));
        return again;
    }

    /// <summary>True where a file is what it was before; that counts as an answer of now.</summary>
    public bool IsSame(Input file)
    {
        FileStamp? stamp = files.StampOf(file.Path);
        if (file.Stamp is { } known && known == stamp)
        {
            Note(file);
            return true;
        }

        bool same = InputCheck.DigestNow(file, files).AsSpan().SequenceEqual(file.Digest);
        if (same)
        {
            Note(file with { Stamp = Settled(stamp) });
        }

        return same;
    }

    public FileStamp? StampOf(string path) => files.StampOf(path);

    private FileStamp? Settled(FileStamp? stamp) => stamp?.IsSettled(now) == true ? stamp : null;

    private void Note(Input input) => inputs[input.Key] = input;
}
