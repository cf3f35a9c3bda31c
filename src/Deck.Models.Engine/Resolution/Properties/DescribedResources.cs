using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>What properties files say of resources that exist, and of some that do not.</summary>
internal static class DescribedResources
{
    /// <summary>Warns of entries that describe nothing, as dbt does: nothing is lost but the description and its tests.</summary>
    public static void Check(PropertiesIndex properties, ImmutableArray<NodeDraft> drafts, ResolutionSession session)
    {
        ILookup<string, NodeDraft> byName = drafts.ToLookup(d => d.Name, StringComparer.Ordinal);
        foreach (ResourceProperties unused in Unused(properties, drafts))
        {
            session.Report(Describe(unused.Entry, byName, drafts));
        }
    }

    /// <summary>Entries that describe nothing of their kind.</summary>
    public static IEnumerable<ResourceProperties> Unused(PropertiesIndex properties, ImmutableArray<NodeDraft> drafts)
    {
        HashSet<ResourceProperties> used = [.. drafts.Select(d => d.Properties).OfType<ResourceProperties>()];
        return properties.All.Where(p => !used.Contains(p));
    }

    private static Diagnostic Describe(PropertiesEntry entry, ILookup<string, NodeDraft> byName, ImmutableArray<NodeDraft> drafts)
    {
        string noun = PropertiesIndex.Noun(entry.Kind);
        if (byName[entry.Name].FirstOrDefault(d => d.IsRefable) is { } other && PropertiesIndex.KindOf(other.ResourceType) != entry.Kind)
        {
            return Diagnostic
                .Warning(ResolutionCodes.NothingToDescribe, $"`{entry.Name}` is described as a {noun}, but it is a {ResourceTypes.NameOf(other.ResourceType)}", entry.Location)
                .WithHint($"move the entry below `{ResourceTypes.NameOf(other.ResourceType)}s:`");
        }

        IEnumerable<string> names = drafts.Where(d => PropertiesIndex.KindOf(d.ResourceType) == entry.Kind).Select(d => d.Name);
        return Diagnostic
            .Warning(ResolutionCodes.NothingToDescribe, $"{noun} `{entry.Name}` is described here but does not exist", entry.Location)
            .WithHint(Spelling.DidYouMean(entry.Name, names));
    }
}
