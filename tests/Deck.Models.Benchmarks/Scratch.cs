namespace Deck.Models.Benchmarks;

/// <summary>A folder that goes away with its user.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("deckmodel-bench-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
