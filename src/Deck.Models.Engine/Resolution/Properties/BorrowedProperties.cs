using System.Collections.Immutable;
using Deck.Models.Engine.Resolution.Configs;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Entries that describe nothing enabled in their own package: they describe what another package has under that name.</summary>
/// <remarks>
/// So a project that replaces a package's seed by its own gets the types and descriptions that the package gives. Where the
/// replacement is described itself, that stands; dbt stops there.
/// </remarks>
internal static class BorrowedProperties
{
    /// <summary>The drafts, some with the properties of others; the first of several enabled ones, root project first, takes them.</summary>
    public static ImmutableArray<NodeDraft> Lend(ImmutableArray<NodeDraft> drafts, PropertiesIndex properties, ProjectConfigs configs)
    {
        ILookup<string, int> byName = Enumerable.Range(0, drafts.Length).Where(i => drafts[i].IsRefable).ToLookup(i => drafts[i].Name, StringComparer.Ordinal);
        ImmutableArray<NodeDraft>.Builder lent = drafts.ToBuilder();
        foreach (ResourceProperties entry in properties.All.Where(p => p.Versions.IsEmpty))
        {
            int[] same = [.. byName[entry.Entry.Name].Where(i => PropertiesIndex.KindOf(drafts[i].ResourceType) == entry.Entry.Kind)];
            if (!same.Any(i => drafts[i].PackageName != entry.Entry.PackageName) || same.Any(i => IsOwn(drafts[i]) && IsEnabled(drafts[i])))
            {
                continue;
            }

            foreach (int taker in same.Where(i => !IsOwn(drafts[i]) && IsEnabled(drafts[i])).Take(1).Where(i => lent[i].Properties is null))
            {
                Array.ForEach(same, i => lent[i] = IsOwn(lent[i]) ? lent[i] with { Properties = null } : lent[i]);
                lent[taker] = lent[taker] with { Properties = entry };
            }

            bool IsOwn(NodeDraft draft) => draft.PackageName == entry.Entry.PackageName;
        }

        return lent.ToImmutable();

        bool IsEnabled(NodeDraft draft) => configs.Merge(draft, draft.Declaration.Configs.Select(ConfigLayer.OfCall)).Enabled;
    }
}
