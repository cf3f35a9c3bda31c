using System.Collections.Concurrent;
using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Loading;

namespace Deck.Models.Engine.Caching.Inputs;

/// <summary>Asks a project's files again what was asked before.</summary>
internal static class InputCheck
{
    public static void Write(CacheWriter writer, ICollection<Input> inputs)
    {
        writer.Number(inputs.Count);
        foreach (Input input in inputs)
        {
            writer.Number((int)input.Kind);
            writer.Text(input.Path);
            writer.Flag(input.Stamp is not null);
            if (input.Stamp is { } stamp)
            {
                writer.Long(stamp.Size);
                writer.Long(stamp.Modified);
                writer.Long(stamp.Changed);
                writer.Long(stamp.Inode);
            }

            writer.Bytes(input.Digest);
        }
    }

    public static Input[] Read(CacheReader reader)
    {
        Input[] inputs = new Input[reader.Number()];
        for (int i = 0; i < inputs.Length; i++)
        {
            InputKind kind = (InputKind)reader.Number();
            string path = reader.Text();
            FileStamp? stamp = reader.Flag() ? new FileStamp(reader.Long(), reader.Long(), reader.Long(), reader.Long()) : null;
            inputs[i] = new Input(kind, path, stamp, reader.Bytes().ToArray());
        }

        return inputs;
    }

    /// <summary>The questions whose answers are others now, or null where those are more than so many. Files whose stamp is the same are not read.</summary>
    public static Input[]? FindChanged(Input[] inputs, IProjectFiles files, int most)
    {
        ConcurrentBag<Input> changed = [];
        Parallel.For(0, inputs.Length, (i, state) =>
        {
            if (!IsSame(inputs[i], files))
            {
                changed.Add(inputs[i]);
                if (changed.Count > most)
                {
                    state.Stop();
                }
            }
        });
        return changed.Count > most ? null : [.. changed.OrderBy(input => input.Path, StringComparer.Ordinal)];
    }

    private static bool IsSame(Input input, IProjectFiles files) => input.Kind switch
    {
        InputKind.Files => InputDigest.Of(files.List(input.Path)).AsSpan().SequenceEqual(input.Digest),
        InputKind.Folders => InputDigest.Of(files.ListFolders(input.Path)).AsSpan().SequenceEqual(input.Digest),
        _ => (input.Stamp is { } stamp && files.StampOf(input.Path) == stamp) || DigestNow(input, files).AsSpan().SequenceEqual(input.Digest),
    };

    /// <summary>The digest of a file, or of a seed, as it is now.</summary>
    public static byte[] DigestNow(Input input, IProjectFiles files)
    {
        if (!files.TryRead(input.Path, out byte[]? content))
        {
            return [];
        }

        if (input.Kind == InputKind.File)
        {
            return InputDigest.Of(content);
        }

        (byte[] digest, Stream again) = InputDigest.OfSeed(new MemoryStream(content));
        again.Dispose();
        return digest;
    }
}
