using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating;

/// <summary>A call that stands in a template, as far as its text alone tells.</summary>
/// <param name="Name">What is called: `ref`, `dbt_utils.star`, `adapter.dispatch`.</param>
/// <param name="Positional">The positional arguments; null where one is not a constant.</param>
/// <param name="Named">The keyword arguments with their constants, null where one is not constant.</param>
/// <param name="HasSpread">Whether there are arguments behind `*` or `**` besides.</param>
/// <param name="Span">The whole call.</param>
public sealed record TemplateCall(
    string Name,
    ImmutableArray<Value?> Positional,
    ImmutableArray<KeyValuePair<string, Value?>> Named,
    bool HasSpread,
    TextSpan Span);
