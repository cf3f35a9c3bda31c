using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>Finds snapshots without the configs that their strategy needs.</summary>
internal static class SnapshotCheck
{
    public static IEnumerable<Diagnostic> Find(NodeDraft draft)
    {
        if (draft.ResourceType != ResourceType.Snapshot)
        {
            return [];
        }

        ImmutableArray<string> needed = draft.Config.GetText("strategy") switch
        {
            "timestamp" => ["unique_key", "updated_at"],
            "check" => ["unique_key", "check_cols"],
            null => ["strategy", "unique_key"],
            _ => ["unique_key"],
        };
        return needed.Where(k => draft.Config.GetText(k) is null).Select(k => Diagnostic
            .Error(ResolutionCodes.MissingConfig, $"snapshot `{draft.Name}` lacks the config `{k}`", draft.Config.LocationOf("strategy") ?? draft.Location)
            .WithHint(k == "strategy" ? "it can be `timestamp` or `check`" : null));
    }
}
