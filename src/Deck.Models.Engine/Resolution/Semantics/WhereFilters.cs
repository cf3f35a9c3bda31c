using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Conditions that must all hold, each a text of SQL with calls such as `{{ Dimension('order__status') }}`.</summary>
public sealed class WhereFilters
{
    public required ImmutableArray<string> Texts { get; init; }

    public required Location Location { get; init; }
}
