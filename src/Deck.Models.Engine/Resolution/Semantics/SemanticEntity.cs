using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>An entity of a semantic model: a key by which it joins others.</summary>
public sealed class SemanticEntity
{
    public required string Name { get; init; }

    /// <summary>`primary`, `unique`, `foreign` or `natural`.</summary>
    public required string Type { get; init; }

    public string? Description { get; init; }

    public string? Label { get; init; }

    public string? Role { get; init; }

    /// <summary>The column or SQL that gives the key; the name where it is null.</summary>
    public string? Expression { get; init; }

    public DictValue Meta { get; init; } = new();

    public required Location Location { get; init; }
}
