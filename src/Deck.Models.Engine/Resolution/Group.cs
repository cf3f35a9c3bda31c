using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>A group of models under one owner.</summary>
public sealed class Group
{
    public required string Name { get; init; }

    public required string PackageName { get; init; }

    public required string OriginalFilePath { get; init; }

    /// <summary>Path below the resource path.</summary>
    public required string Path { get; init; }

    /// <summary>`name`, `email` and whatever else was written.</summary>
    public required DictValue Owner { get; init; }

    public string? Description { get; init; }

    public DictValue Meta { get; init; } = new();

    public string UniqueId => $"group.{PackageName}.{Name}";
}
