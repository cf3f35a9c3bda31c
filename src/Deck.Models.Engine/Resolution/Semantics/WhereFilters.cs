using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Conditions that must all hold, each a text of SQL with calls such as `{{ Dimension('order__status') }}`.</summary>
public sealed class WhereFilters
{
    public required ImmutableArray<PlacedText> Filters { get; init; }

    public IEnumerable<string> Texts => Filters.Select(f => f.Text);
}
