using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection;

/// <summary>One criterion: a method, a value, and how far to follow the graph from what it matches.</summary>
public sealed class SelectionCriterion : SelectionExpression
{
    public required SelectionMethod Method { get; init; }

    /// <summary>`a`, `b` of `config.a.b:value`.</summary>
    public ImmutableArray<string> MethodArguments { get; init; } = [];

    public required string Value { get; init; }

    /// <summary>`@`: with all descendants, and all ancestors of these.</summary>
    public bool WithChildrensParents { get; init; }

    /// <summary>Steps of ancestors to take along: 0 for none, <see cref="int.MaxValue"/> for all.</summary>
    public int ParentsDepth { get; init; }

    public int ChildrenDepth { get; init; }

    /// <summary>Which tests come along, where the criterion says it for itself.</summary>
    public IndirectSelection? IndirectSelection { get; init; }

    public required Location Location { get; init; }
}
