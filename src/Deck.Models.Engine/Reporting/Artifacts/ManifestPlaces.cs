using System.Collections.Immutable;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Where in a manifest.json stands what another invocation writes otherwise: its beginning, the nodes that have a text, and the edges between all nodes.</summary>
/// <param name="Head">Bytes up to the end of `metadata`.</param>
/// <param name="MapsStart">Where `parent_map` and, behind it, `child_map` begin.</param>
/// <param name="MapsEnd">Where they end.</param>
/// <param name="Bounds">Where each node of the section `nodes` begins and where it ends, one after the other.</param>
public sealed record ManifestPlaces(long Head, long MapsStart, long MapsEnd, ImmutableArray<long> Bounds)
{
    /// <summary>The notation: lengths, one after the other.</summary>
    public byte[] ToBytes()
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write7BitEncodedInt64(Head);
        writer.Write7BitEncodedInt64(MapsStart);
        writer.Write7BitEncodedInt64(MapsEnd);
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
        long mapsStart = reader.Read7BitEncodedInt64();
        long mapsEnd = reader.Read7BitEncodedInt64();
        long[] bounds = new long[reader.Read7BitEncodedInt()];
        long before = head;
        for (int i = 0; i < bounds.Length; i++)
        {
            bounds[i] = before += reader.Read7BitEncodedInt64();
        }

        return new ManifestPlaces(head, mapsStart, mapsEnd, ImmutableArray.Create(bounds));
    }
}
