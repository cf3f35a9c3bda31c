using System.Collections.Immutable;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Where in a manifest.json stands what another invocation writes otherwise: its beginning, and the nodes that have a text.</summary>
/// <param name="Head">Bytes up to the end of `metadata`.</param>
/// <param name="Bounds">Where each node of the section `nodes` begins and where it ends, one after the other.</param>
public sealed record ManifestPlaces(long Head, ImmutableArray<long> Bounds)
{
    /// <summary>The notation: lengths, one after the other.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write7BitEncodedInt64(Head);
        writer.Write7BitEncodedInt(Bounds.Length);
        long before = Head;
        foreach (long bound in Bounds)
        {
            writer.Write7BitEncodedInt64(bound - before);
            before = bound;
        }

        writer.Flush();
        return bytes.ToArray();
    }

    /// <param name="bytes">What <see cref="ToBytes"/> gave.</param>
    public static ManifestPlaces Read(byte[] bytes)
    {
        using BinaryReader reader = new(new MemoryStream(bytes));
        long head = reader.Read7BitEncodedInt64();
        long[] bounds = new long[reader.Read7BitEncodedInt()];
        long before = head;
        for (int i = 0; i < bounds.Length; i++)
        {
            bounds[i] = before += reader.Read7BitEncodedInt64();
        }

        return new ManifestPlaces(head, ImmutableArray.Create(bounds));
    }
}
