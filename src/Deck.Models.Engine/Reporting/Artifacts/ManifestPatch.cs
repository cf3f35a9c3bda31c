using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Writes a manifest.json out of an earlier one of the same project, in which a few nodes say something else: the rest is copied, with the time at which it was made.</summary>
public sealed class ManifestPatch
{
    private const int BufferLength = 1 << 18;

    private readonly Stream output;
    private readonly Stream before;
    private readonly ArrayBufferWriter<byte> text = new();
    private readonly byte[] buffer = new byte[BufferLength];
    private long written;

    private ManifestPatch(Stream output, Stream before)
    {
        this.output = output;
        this.before = before;
    }

    /// <param name="before">The earlier text, and where things stand in it.</param>
    /// <param name="changed">Ids of the nodes that are to be written anew; nothing else may differ.</param>
    /// <returns>Where things stand in the new text.</returns>
    public static ManifestPlaces Write(Stream output, (Stream Text, ManifestPlaces Places) before, (Manifest Manifest, ArtifactContext Context) now, IReadOnlySet<NodeId> changed) =>
        new ManifestPatch(output, before.Text).Write(before.Places, now, changed);

    private ManifestPlaces Write(ManifestPlaces places, (Manifest Manifest, ArtifactContext Context) now, IReadOnlySet<NodeId> changed)
    {
        using Utf8JsonWriter json = new(text, NodeTexts.Options);
        ManifestArtifact.WriteHead(json, now.Manifest, now.Context);
        Flush(json);
        long head = written;
        before.Position = places.Head;
        ImmutableArray<long> bounds = WriteNodes(json, places, now.Manifest, changed);
        Copy(places.MapsStart);
        long mapsStart = written;
        json.Reset();
        json.WriteStartObject();
        ManifestArtifact.WriteMaps(json, now.Manifest);
        Flush(json, leftOut: 1);
        long mapsEnd = written;
        before.Position = places.MapsEnd;
        Copy(before.Length);
        return new ManifestPlaces(head, mapsStart, mapsEnd, bounds);
    }

    /// <summary>Writes up to the end of the last changed node.</summary>
    /// <returns>Where each node begins and ends.</returns>
    private ImmutableArray<long> WriteNodes(Utf8JsonWriter json, ManifestPlaces places, Manifest manifest, IReadOnlySet<NodeId> changed)
    {
        ManifestNodes nodes = new(json, manifest.Project, ImmutableDictionary<NodeId, CompiledText>.Empty);
        ImmutableArray<long>.Builder bounds = ImmutableArray.CreateBuilder<long>(places.Bounds.Length);
        foreach (Node node in ManifestArtifact.PlainNodes(manifest))
        {
            (long start, long end) = (places.Bounds[bounds.Count], places.Bounds[bounds.Count + 1]);
            long shift = written - before.Position;
            if (changed.Contains(node.Id))
            {
                Copy(start);
                json.Reset();
                nodes.Write(json, node);
                Flush(json);
                before.Position = end;
            }

            bounds.Add(start + shift);
            bounds.Add(end + written - before.Position);
        }

        return bounds.MoveToImmutable();
    }

    /// <param name="leftOut">Characters at the beginning that are not to be written.</param>
    private void Flush(Utf8JsonWriter json, int leftOut = 0)
    {
        json.Flush();
        output.Write(text.WrittenSpan[leftOut..]);
        written += text.WrittenCount - leftOut;
        text.ResetWrittenCount();
    }

    /// <summary>Copies what stands before a position.</summary>
    private void Copy(long until)
    {
        while (before.Position < until)
        {
            int count = before.Read(buffer, 0, (int)Math.Min(buffer.Length, until - before.Position));
            if (count == 0)
            {
                throw new EndOfStreamException("manifest.json has become shorter");
            }

            output.Write(buffer, 0, count);
            written += count;
        }
    }
}
