using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection;

/// <summary>What all parts select.</summary>
public sealed class IntersectionExpression(ImmutableArray<SelectionExpression> parts, Location? written) : SelectionExpression
{
    public ImmutableArray<SelectionExpression> Parts { get; } = parts;

    /// <summary>Where the user wrote it: it is expected to match something. Null for criteria that stand for "everything".</summary>
    public Location? Written { get; } = written;
}
