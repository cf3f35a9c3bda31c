using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Files;

/// <summary>A manifest.json that was written of the same kept project.</summary>
/// <param name="Changed">The nodes in which it may differ from what is to be written.</param>
internal sealed record EarlierManifest(Stream Text, ManifestPlaces Places, IReadOnlySet<NodeId> Changed) : IDisposable
{
    public void Dispose() => Text.Dispose();
}
