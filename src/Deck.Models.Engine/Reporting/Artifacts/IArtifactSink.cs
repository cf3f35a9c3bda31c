namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Where artifacts go (port): a file of the target folder is replaced as a whole or stays as it was.</summary>
public interface IArtifactSink
{
    /// <param name="path">Below the target folder, with forward slashes, such as `manifest.json` or `compiled/deck/models/a.sql`.</param>
    /// <param name="write">Writes the whole content.</param>
    void Write(string path, Action<Stream> write);
}
