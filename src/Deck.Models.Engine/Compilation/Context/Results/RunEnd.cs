using System.Collections.Immutable;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>What the hooks of `on-run-end` know of the run, beyond what every text knows.</summary>
internal static class RunEnd
{
    public static ImmutableArray<KeyValuePair<string, Value>> ContextOf(IReadOnlyCollection<NodeResult> results)
    {
        (string? Database, string Schema)[] places =
        [
            .. results.Where(IsBuilt).Select(r => r.Node.Relation).OfType<RelationName>().Select(r => (r.Database, r.Schema)).Distinct(),
        ];
        return
        [
            new("results", Value.List(results.Select(r => new RunResultValue(r)))),
            new("schemas", Value.List(places.Select(p => p.Schema).Distinct().Select(s => Value.Of(s)))),
            new("database_schemas", Value.List(places.Select(p => Value.Tuple(Value.Of(p.Database), Value.Of(p.Schema))))),
        ];
    }

    private static bool IsBuilt(NodeResult result) =>
        result.Node is ModelNode or SeedNode or SnapshotNode && result.Status is not (NodeStatus.Error or NodeStatus.Fail or NodeStatus.Skipped);
}
