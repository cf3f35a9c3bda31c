using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>What a dry render knows of the node that its text belongs to.</summary>
internal sealed class DeclaredText
{
    public required string PackageName { get; init; }

    public required string Name { get; init; }

    public required ResourceType ResourceType { get; init; }

    public string Path { get; init; } = "";

    public string OriginalFilePath { get; init; } = "";

    public required Location Place { get; init; }
}
