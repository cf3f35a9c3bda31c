using Deck.Models.Engine.Planning.Materializations.Contracts;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning;

/// <summary>
/// Which nodes may be built in one exchange, as far as their declarations tell, and how many: views, each a transaction of its own that takes no longer than reading its text. What takes as
/// long as its rows has an exchange to itself, or it would hold up what is behind it while other threads have nothing to do. <see cref="Materializations.MaterializationPlan.Brief"/> has the last word.
/// </summary>
internal static class SharedExchange
{
    /// <summary>The most nodes of one exchange.</summary>
    public const int Most = 64;

    private const string View = "view";

    /// <summary>Nothing begins after a failure with `--fail-fast`, so that there each goes by itself.</summary>
    /// <param name="existing">What stands under the node's name: only a view is replaced in place.</param>
    public static bool Allows(Node node, ExistingRelation? existing, Manifest manifest) =>
        node is ModelNode && node.Config.Materialized == View && existing is null or { Kind: RelationKind.View }
        && PlannedKinds.Builds(manifest.Project.Settings.Command) && !manifest.Project.Settings.FailFast
        && !Contract.IsEnforced(node) && !HasHooks(node, "pre-hook") && !HasHooks(node, "post-hook")
        && !MaterializationMacros.TryFind(manifest, View, out _);

    /// <summary>How many nodes a thread takes at once: an equal share of those that are ready; where the others are at work, what leaves something for half of them.</summary>
    /// <param name="idle">Threads that have nothing to do, the one that asks among them.</param>
    public static int ShareOf(int ready, int idle, int threads) => Math.Clamp(ready / Math.Max(idle, threads / 2), 1, Most);

    private static bool HasHooks(Node node, string key) => node.Config.TryGet(key, out Templating.Values.Value? hooks) && hooks.IsTrue;
}
