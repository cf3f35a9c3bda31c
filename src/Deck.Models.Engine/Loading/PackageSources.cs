using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading;

/// <summary>Everything that one package (the root project or an installed one) brings.</summary>
public sealed class PackageSources
{
    public required ProjectFile Project { get; init; }

    public required ImmutableArray<ResourceFile> Files { get; init; }

    public required ImmutableArray<Macro> Macros { get; init; }

    public required ImmutableArray<PropertiesEntry> Properties { get; init; }

    /// <summary>`{% docs %}` blocks by name: the contents, a slice of their file.</summary>
    public ImmutableDictionary<string, SourceText> Docs { get; init; } = ImmutableDictionary<string, SourceText>.Empty;

    /// <summary>Fixtures of unit tests (`tests/fixtures/*.csv` and `*.sql`) by file name without extension.</summary>
    public ImmutableDictionary<string, SourceText> Fixtures { get; init; } = ImmutableDictionary<string, SourceText>.Empty;

    /// <summary>Where the package lies below the project's folder, with a final slash; empty for the root project. Seeds are opened there.</summary>
    public string Folder { get; init; } = "";
}
