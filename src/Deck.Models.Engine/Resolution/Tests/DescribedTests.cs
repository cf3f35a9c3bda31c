using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;

namespace Deck.Models.Engine.Resolution.Tests;

/// <summary>The generic tests that properties files declare on models, seeds and snapshots: those of the columns first, as in dbt.</summary>
internal sealed class DescribedTests(ResolutionSession session)
{
    private readonly ColumnReader columns = new(session, new Descriptions(session));

    /// <summary>
    /// As in dbt, the tests of an entry below the wrong key are those of the resource that has the name all the same; tests of what does not exist
    /// are there as well, to be left out once their references are resolved.
    /// </summary>
    public IEnumerable<DeclaredTest> Find(PropertiesIndex properties, ImmutableArray<NodeDraft> drafts)
    {
        // Of several files for one model, as packages have them for several databases, one is enabled at most.
        NodeDraft[] refable = [.. drafts.Where(d => d.IsRefable).DistinctBy(d => d.Id)];
        return refable.SelectMany(d => d.Properties is { } own ? TestsOf(TestTarget.OfDraft(d, own.Entry), own, d.Version) : [])
            .Concat(DescribedResources.Unused(properties, drafts).Where(p => p.Entry.Kind is PropertiesKind.Model or PropertiesKind.Seed or PropertiesKind.Snapshot).SelectMany(p => TestsOf(p, refable)));
    }

    private IEnumerable<DeclaredTest> TestsOf(ResourceProperties properties, NodeDraft[] refable)
    {
        NodeDraft[] named = [.. refable.Where(d => d.Name == properties.Entry.Name)];
        return named.Length > 0 ? named.SelectMany(d => TestsOf(TestTarget.OfDraft(d, properties.Entry), properties, null))
            : properties.Versions.IsEmpty ? TestsOf(TestTarget.OfMissing(properties.Entry, null), properties, null)
            : properties.Versions.SelectMany(v => TestsOf(TestTarget.OfMissing(properties.Entry, v.Value), properties, v));
    }

    private IEnumerable<DeclaredTest> TestsOf(TestTarget target, ResourceProperties properties, ModelVersion? version) => columns
        .TestsOf(version?.Columns ?? properties.Columns, properties.QuoteColumns)
        .Concat(OwnTests(properties, version).Select(t => new TestUse(t, null, [])))
        .Select(use => new DeclaredTest(target, use));

    /// <summary>A version's tests replace those of the model.</summary>
    private ImmutableArray<YamlNode> OwnTests(ResourceProperties properties, ModelVersion? version) =>
        version is not null && (version.Yaml.TryFind("data_tests", out _) || version.Yaml.TryFind("tests", out _))
            ? ResourcePropertiesReader.TestsOf(version.Yaml, session)
            : properties.Tests;
}
