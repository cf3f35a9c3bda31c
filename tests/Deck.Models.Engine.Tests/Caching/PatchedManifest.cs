using System.Text;
using System.Text.RegularExpressions;
using Deck.Models.Engine.Caching;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Tests.Caching;

/// <summary>A manifest.json that is made out of the earlier one where that is of the same kept project, as `parse` does it.</summary>
internal sealed partial class PatchedManifest
{
    private byte[] text = [];
    private ManifestPlaces? places;
    private ProjectIdentity? identity;

    /// <summary>How often a text was made out of another one.</summary>
    public int Patches { get; private set; }

    /// <summary>The text of a project that was parsed in one piece.</summary>
    public static string Of(ResolutionOutcome outcome, InvocationSettings settings)
    {
        using MemoryStream stream = new();
        ManifestArtifact.Write(stream, outcome.Manifest, ContextOf(settings), new Dictionary<NodeId, CompiledText>());
        return Comparable(stream.ToArray());
    }

    public string Update(ResolutionOutcome outcome, InvocationSettings settings)
    {
        using MemoryStream stream = new();
        if (places is not null && identity is not null && outcome.Identity is { } now && now.Kept == identity.Kept)
        {
            // Places are kept as bytes.
            ManifestPlaces kept = ManifestPlaces.Read(places.ToBytes());
            places = ManifestPatch.Write(stream, (new MemoryStream(text), kept), (outcome.Manifest, ContextOf(settings)), identity.Amended.Concat(now.Amended).ToHashSet());
            Patches++;
        }
        else
        {
            places = ManifestArtifact.Write(stream, outcome.Manifest, ContextOf(settings), new Dictionary<NodeId, CompiledText>());
        }

        (text, identity) = (stream.ToArray(), outcome.Identity);
        return Comparable(text);
    }

    private static ArtifactContext ContextOf(InvocationSettings settings) => new(settings, settings.StartedAt, "1.11.2");

    private static string Comparable(byte[] json) => Created().Replace(Encoding.UTF8.GetString(json), "");

    /// <summary>When a node's text was made.</summary>
    [GeneratedRegex("\"created_at\":[0-9.]+")]
    private static partial Regex Created();
}
