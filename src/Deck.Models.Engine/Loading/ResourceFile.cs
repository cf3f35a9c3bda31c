using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading;

/// <summary>A file that is a resource: model, singular test, analysis, seed, or a snapshot's block.</summary>
public sealed class ResourceFile
{
    public required ResourceType ResourceType { get; init; }

    public required string PackageName { get; init; }

    public required string Name { get; init; }

    /// <summary>Path from the project's folder, such as `models/gold/a.sql`.</summary>
    public required string OriginalFilePath { get; init; }

    /// <summary>Path below the resource path, such as `gold/a.sql`.</summary>
    public required string Path { get; init; }

    /// <summary>The text; for a seed only its path (its rows are streamed when it is loaded).</summary>
    public required SourceText Text { get; init; }

    /// <summary>The text as a template; null for seeds and for texts with syntax errors (reported already).</summary>
    public NodeCode? Code { get; init; }

    /// <summary>dbt's checksum of the content.</summary>
    public required string Checksum { get; init; }
}
