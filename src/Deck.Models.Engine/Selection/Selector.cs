using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection.Methods;
using Deck.Models.Engine.Selection.Selectors;
using Deck.Models.Engine.Selection.State;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection;

/// <summary>Evaluates a selection against a manifest, with dbt's rules for the tests that come along.</summary>
public static class Selector
{
    /// <summary>The selected nodes. A criterion that matches nothing is a warning; one that cannot match in any project is an error.</summary>
    /// <param name="state">What `state:`, `result:` and `source_status:` compare with; without it they are errors.</param>
    public static Checked<NodeSet> Select(Manifest manifest, SelectionSpec spec, PreviousState? state = null)
    {
        Evaluation evaluation = new(manifest, spec, state);
        Selected selected = evaluation.Evaluate(spec.Expression);
        NodeSet allowed = NodeSet.Where(manifest, n => spec.ResourceTypes.Contains(n.ResourceType));
        ImmutableArray<Diagnostic> diagnostics = [.. evaluation.Diagnostics];
        return diagnostics.Any(d => d.Severity == Severity.Error)
            ? Check.Failed<NodeSet>(diagnostics)
            : Check.Ok(selected.Direct.Intersect(allowed), diagnostics);
    }

    /// <summary>What an expression selects: for sure, and the tests that join once all their parents are in.</summary>
    private sealed record Selected(NodeSet Direct, NodeSet Indirect);

    /// <summary>One evaluation: its manifest, its mode, and what it found wrong.</summary>
    private sealed class Evaluation(Manifest manifest, SelectionSpec spec, PreviousState? state)
    {
        private readonly Stack<string> selectors = new();
        private bool contractsAreCompared;
        private readonly NodeSet tests = NodeSet.Where(manifest, n => n is DataTestNode or UnitTestNode);

        public List<Diagnostic> Diagnostics { get; } = [];

        public Selected Evaluate(SelectionExpression expression) => expression switch
        {
            SelectionCriterion criterion => Evaluate(criterion),
            UnionExpression union => Combine(union.Parts, (a, b) => a.Union(b)),
            DifferenceExpression difference => Combine([difference.Included, difference.Excluded], (a, b) => a.Except(b)),
            IntersectionExpression intersection => Evaluate(intersection),
            _ => throw new ArgumentOutOfRangeException(nameof(expression)),
        };

        private Selected Evaluate(IntersectionExpression intersection)
        {
            int before = Diagnostics.Count;
            Selected selected = Combine(intersection.Parts, (a, b) => a.Intersect(b));
            if (selected.Direct.IsEmpty && intersection.Written is { } place && Diagnostics.Count == before)
            {
                string text = place.Text.Content.Substring(place.Span.Start, place.Span.Length);
                Diagnostics.Add(Diagnostic
                    .Warning(SelectionCodes.MatchesNothing, $"the selection criterion `{text}` does not match any enabled nodes", place)
                    .WithHint(intersection.Parts is [SelectionCriterion only] ? Suggestions.For(only, manifest) : null));
            }

            return selected;
        }

        private Selected Evaluate(SelectionCriterion criterion)
        {
            if (CriterionCheck.Find(criterion, spec.Selectors, state) is { } mistake)
            {
                Diagnostics.Add(mistake);
                return new Selected(NodeSet.Empty(manifest), NodeSet.Empty(manifest));
            }

            CompareContracts(criterion);
            NodeSet found = criterion.Method == SelectionMethod.Selector ? EvaluateSelectors(criterion) : NodeSet.Where(manifest, CriterionMatch.Of(criterion, manifest, state));
            NodeSet selected = found.Union(found.Parents(criterion.ParentsDepth)).Union(found.Children(criterion.ChildrenDepth));
            return Expand(criterion.WithChildrensParents ? selected.Union(ChildrensParents(found)) : selected, criterion.IndirectSelection ?? spec.IndirectSelection);
        }

        /// <summary>Tells once of what breaks, however many criteria ask for it.</summary>
        private void CompareContracts(SelectionCriterion criterion)
        {
            if (!contractsAreCompared && BrokenContracts.AreLookedFor(criterion) && state?.Manifest is { } before)
            {
                contractsAreCompared = true;
                Diagnostics.AddRange(BrokenContracts.Find(manifest, before));
            }
        }

        /// <summary>What the selectors of a name select; a selector within itself is a mistake.</summary>
        private NodeSet EvaluateSelectors(SelectionCriterion criterion)
        {
            NodeSet found = NodeSet.Empty(manifest);
            foreach (NamedSelector selector in spec.Selectors.All.Where(s => Glob.Matches(s.Name, criterion.Value)))
            {
                if (selectors.Contains(selector.Name))
                {
                    Diagnostics.Add(Diagnostic.Error(
                        SelectionCodes.CircularSelector, $"the selector `{selector.Name}` is defined by itself: {string.Join(" -> ", selectors.Reverse().Append(selector.Name))}", criterion.Location));
                    continue;
                }

                selectors.Push(selector.Name);
                found = found.Union(Evaluate(selector.Expression).Direct);
                selectors.Pop();
            }

            return found;
        }

        /// <summary>Takes along the tests of what is selected.</summary>
        private Selected Expand(NodeSet selected, IndirectSelection mode)
        {
            NodeSet near = mode == IndirectSelection.Empty
                ? NodeSet.Empty(manifest)
                : selected.Children(1).Intersect(tests);
            NodeSet parents = mode == IndirectSelection.Buildable ? WithAncestorsAndSources(selected) : selected;
            NodeSet joining = mode == IndirectSelection.Eager ? near : WithAllParentsIn(near, parents);
            return new Selected(selected.Union(joining), near.Except(joining));
        }

        private Selected Combine(ImmutableArray<SelectionExpression> parts, Func<NodeSet, NodeSet, NodeSet> combine)
        {
            Selected[] selected = [.. parts.Select(Evaluate)];
            if (selected.Length == 0)
            {
                return new Selected(NodeSet.Empty(manifest), NodeSet.Empty(manifest));
            }

            NodeSet direct = selected.Select(s => s.Direct).Aggregate(combine);
            NodeSet indirect = selected.Select(s => s.Direct.Union(s.Indirect)).Aggregate(combine);
            NodeSet joining = spec.IndirectSelection switch
            {
                IndirectSelection.Cautious => WithAllParentsIn(indirect.Intersect(tests), direct),
                IndirectSelection.Buildable => WithAllParentsIn(indirect.Intersect(tests), direct.Union(direct.Parents(int.MaxValue))),
                _ => NodeSet.Empty(manifest),
            };
            return new Selected(direct.Union(joining), indirect);
        }

        /// <summary>Everything that building all descendants needs, the descendants and the nodes themselves among it.</summary>
        private static NodeSet ChildrensParents(NodeSet found)
        {
            NodeSet below = found.Union(found.Children(int.MaxValue));
            return below.Union(below.Parents(int.MaxValue));
        }

        private NodeSet WithAncestorsAndSources(NodeSet selected) => selected
            .Union(selected.Parents(int.MaxValue))
            .Union(NodeSet.Where(manifest, n => n is SourceNode));

        private NodeSet WithAllParentsIn(NodeSet candidates, NodeSet parents) =>
            new(manifest, candidates.Indexes.Where(i => manifest.ParentsOf(i).All(parents.Contains)));
    }
}
