using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Entries of properties files by kind, package and name, with the mistakes of describing nothing or something twice.</summary>
internal sealed class PropertiesIndex
{
    private readonly Dictionary<(PropertiesKind Kind, string Package, string Name), ResourceProperties> entries;

    private PropertiesIndex(Dictionary<(PropertiesKind Kind, string Package, string Name), ResourceProperties> entries) => this.entries = entries;

    public IEnumerable<ResourceProperties> All => entries.Values;

    public static PropertiesIndex Build(ResolutionSession session)
    {
        ImmutableArray<PropertiesEntry> described = [.. session.Sources.Packages.SelectMany(p => p.Properties).Where(e => IsResource(e.Kind))];
        ResourceProperties[] read = new ResourceProperties[described.Length];
        Parallel.For(0, described.Length, i => read[i] = ResourcePropertiesReader.Read(described[i], session));
        Dictionary<(PropertiesKind, string, string), ResourceProperties> index = [];
        foreach (ResourceProperties properties in read)
        {
            PropertiesEntry entry = properties.Entry;
            if (!index.TryAdd((entry.Kind, entry.PackageName, entry.Name), properties))
            {
                PropertiesEntry first = index[(entry.Kind, entry.PackageName, entry.Name)].Entry;
                session.Report(Diagnostic
                    .Error(ResolutionCodes.DescribedTwice, $"{Noun(entry.Kind)} `{entry.Name}` is described twice", entry.Location)
                    .WithRelated([new RelatedLocation("first described", first.Location)]));
            }
        }

        return new PropertiesIndex(index);
    }

    public ResourceProperties? Find(PropertiesKind kind, string package, string name) => entries.GetValueOrDefault((kind, package, name));

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
        _ => PropertiesKind.Model,
    };

    private static bool IsResource(PropertiesKind kind) =>
        kind is PropertiesKind.Model or PropertiesKind.Seed or PropertiesKind.Snapshot or PropertiesKind.Analysis or PropertiesKind.DataTest;
}
