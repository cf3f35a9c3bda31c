using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Entries of properties files by kind, package and name, with the mistakes of describing nothing or something twice.</summary>
internal sealed class PropertiesIndex
{
    private readonly PackageTable<ResourceProperties> models = new();
    private readonly PackageTable<ResourceProperties> seeds = new();
    private readonly PackageTable<ResourceProperties> snapshots = new();
    private readonly PackageTable<ResourceProperties> analyses = new();
    private readonly PackageTable<ResourceProperties> tests = new();
    private readonly PackageTable<ResourceProperties> functions = new();

    private PropertiesIndex()
    {
    }

    public IEnumerable<ResourceProperties> All => models.All.Concat(seeds.All).Concat(snapshots.All).Concat(analyses.All).Concat(tests.All).Concat(functions.All);

    public static PropertiesIndex Build(ResolutionSession session)
    {
        ImmutableArray<PropertiesEntry> described = [.. session.Sources.Packages.SelectMany(p => p.Properties).Where(e => IsResource(e.Kind))];
        ResourceProperties[] read = new ResourceProperties[described.Length];
        Parallel.For(0, described.Length, i => read[i] = ResourcePropertiesReader.Read(described[i], session));
        PropertiesIndex index = new();
        foreach (ResourceProperties properties in read)
        {
            PropertiesEntry entry = properties.Entry;
            PackageTable<ResourceProperties> table = index.TableOf(entry.Kind);
            if (!table.TryAdd(entry.PackageName, entry.Name, properties) && table.TryFind(entry.PackageName, entry.Name, out ResourceProperties? first))
            {
                session.Report(Diagnostic
                    .Error(ResolutionCodes.DescribedTwice, $"{Noun(entry.Kind)} `{entry.Name}` is described twice", entry.Location)
                    .WithRelated([new RelatedLocation("first described", first.Entry.Location)]));
            }
        }

        return index;
    }

    public ResourceProperties? Find(PropertiesKind kind, string package, string name) =>
        TableOf(kind).TryFind(package, name, out ResourceProperties? properties) ? properties : null;

    /// <summary>The word for a kind in messages.</summary>
    public static string Noun(PropertiesKind kind) => kind switch
    {
        PropertiesKind.DataTest => "data test",
        PropertiesKind.UnitTest => "unit test",
        _ => kind.ToString().ToLowerInvariant(),
    };

    public static PropertiesKind KindOf(ResourceType type) => type switch
    {
        ResourceType.Seed => PropertiesKind.Seed,
        ResourceType.Snapshot => PropertiesKind.Snapshot,
        ResourceType.Analysis => PropertiesKind.Analysis,
        ResourceType.Test => PropertiesKind.DataTest,
        ResourceType.Function => PropertiesKind.Function,
        _ => PropertiesKind.Model,
    };

    private PackageTable<ResourceProperties> TableOf(PropertiesKind kind) => kind switch
    {
        PropertiesKind.Seed => seeds,
        PropertiesKind.Snapshot => snapshots,
        PropertiesKind.Analysis => analyses,
        PropertiesKind.DataTest => tests,
        PropertiesKind.Function => functions,
        _ => models,
    };

    private static bool IsResource(PropertiesKind kind) =>
        kind is PropertiesKind.Model or PropertiesKind.Seed or PropertiesKind.Snapshot or PropertiesKind.Analysis or PropertiesKind.DataTest or PropertiesKind.Function;
}
