using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>The dimension over which a measure must not be summed up, such as the day of a balance.</summary>
public sealed class NonAdditiveDimension
{
    public required string Name { get; init; }

    /// <summary>`min` or `max`: which of the values counts.</summary>
    public required string WindowChoice { get; init; }

    /// <summary>Entities for each of which a value is chosen.</summary>
    public required ImmutableArray<string> WindowGroupings { get; init; }

    public required Location Location { get; init; }
}
