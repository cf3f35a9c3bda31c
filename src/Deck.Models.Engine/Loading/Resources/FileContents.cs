using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>What reading one file gave.</summary>
internal sealed class FileContents
{
    public ImmutableArray<ResourceFile> Files { get; init; } = [];

    public ImmutableArray<Macro> Macros { get; init; } = [];

    public ImmutableArray<PropertiesEntry> Properties { get; init; } = [];

    public ImmutableArray<DocsBlock> Docs { get; init; } = [];

    public SourceText? Fixture { get; init; }

    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
