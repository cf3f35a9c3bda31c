using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution.Tests;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>What properties files say of resources that exist, and of some that do not.</summary>
internal static class DescribedResources
{
    /// <summary>Warns of entries that describe nothing, as dbt does: nothing is lost but the description and its tests.</summary>
    public static void Check(PropertiesIndex properties, ImmutableArray<NodeDraft> drafts, ResolutionSession session)
    {
        HashSet<ResourceProperties> used = [.. drafts.Select(d => d.Properties).OfType<ResourceProperties>()];
        ILookup<string, NodeDraft> byName = drafts.ToLookup(d => d.Name, StringComparer.Ordinal);
        foreach (ResourceProperties unused in properties.All.Where(p => !used.Contains(p)))
        {
            session.Report(Describe(unused.Entry, byName, drafts));
        }
    }

    /// <summary>The generic tests of all described resources: those of the columns first, as in dbt.</summary>
    public static IEnumerable<DeclaredTest> TestsOf(ImmutableArray<NodeDraft> drafts, ResolutionSession session)
    {
        ColumnReader reader = new(session, new Descriptions(session));
        foreach (NodeDraft draft in drafts.Where(d => d.IsRefable))
        {
            if (draft.Properties is not { } properties)
            {
                continue;
            }

            TestTarget target = TestTarget.OfDraft(draft, properties.Entry.PackageName, properties.Entry.OriginalFilePath);
            IEnumerable<TestUse> own = OwnTests(draft, properties, session);
            foreach (TestUse use in reader.TestsOf(draft.Version?.Columns ?? properties.Columns, properties.QuoteColumns).Concat(own))
            {
                yield return new DeclaredTest(target, use);
            }
        }
    }

    /// <summary>A version's tests replace those of the model.</summary>
    private static IEnumerable<TestUse> OwnTests(NodeDraft draft, ResourceProperties properties, ResolutionSession session)
    {
        bool hasOwn = draft.Version is { } version && (version.Yaml.TryFind("data_tests", out _) || version.Yaml.TryFind("tests", out _));
        return (hasOwn && draft.Version is { } own ? ResourcePropertiesReader.TestsOf(own.Yaml, session) : properties.Tests).Select(t => new TestUse(t, null, []));
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
