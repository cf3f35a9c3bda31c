using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Selection.State;

/// <summary>`state:`: what is new or changed since an earlier manifest.</summary>
internal sealed class StateMatch
{
    private readonly StateManifest before;
    private readonly Lazy<MacroChanges> macros;

    private StateMatch(Manifest manifest, StateManifest before)
    {
        this.before = before;
        macros = new Lazy<MacroChanges>(() => new MacroChanges(manifest, before));
    }

    /// <summary>What may stand behind `state:`.</summary>
    public static ImmutableArray<string> Words { get; } =
    [
        "new", "old", "modified", "unmodified", "modified.body", "modified.configs", "modified.persisted_descriptions", "modified.relation",
        "modified.macros", "modified.contract",
    ];

    public static Func<Node, bool> Of(string word, Manifest manifest, StateManifest before)
    {
        StateMatch match = new(manifest, before);
        return word switch
        {
            "new" => node => !before.TryFind(node.Id, out _),
            "old" => node => before.TryFind(node.Id, out _),
            "modified" => match.IsModified,
            "unmodified" => node => !match.IsModified(node),
            "modified.macros" => node => match.macros.Value.Concern(node),
            "modified.body" => node => IsBuilt(node) && match.Differs(node, NodeComparison.HasSameBody),
            "modified.configs" => node => node is not UnitTestNode && match.Differs(node, NodeComparison.HasSameConfig),
            "modified.persisted_descriptions" => node => IsBuilt(node) && match.Differs(node, NodeComparison.HasSameDescriptions),
            "modified.relation" => node => (IsBuilt(node) || node is SourceNode) && match.Differs(node, NodeComparison.HasSamePlace),
            _ => node => IsBuilt(node) && match.Differs(node, NodeComparison.HasSameContract),
        };
    }

    /// <summary>A source, an exposure, a metric or the like that is new is no modification, as in dbt.</summary>
    private bool IsModified(Node node) =>
        (before.TryFind(node.Id, out StateNode? old) ? !NodeComparison.IsSame(old.Value, StateNode.Of(node)) : node.IsPlain || node is UnitTestNode)
        || macros.Value.Concern(node);

    /// <summary>True where the node is new, or something of it is not as it was.</summary>
    private bool Differs(Node node, Func<StateNode, StateNode, bool> isSame) =>
        !before.TryFind(node.Id, out StateNode? old) || !isSame(old.Value, StateNode.Of(node));

    private static bool IsBuilt(Node node) => node.IsPlain;
}
