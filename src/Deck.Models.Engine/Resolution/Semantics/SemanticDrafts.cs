using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution.Properties;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Makes drafts of semantic models, metrics and saved queries, wherever they are written.</summary>
internal sealed class SemanticDrafts
{
    private readonly EntryDrafts entries;
    private readonly SemanticModelDrafts models;
    private readonly MetricDrafts metrics;

    private SemanticDrafts(ResolutionSession session, DraftCompletion completion, ImmutableArray<NodeDraft> files)
    {
        entries = new EntryDrafts(session, completion);
        models = new SemanticModelDrafts(session, entries, files.DistinctBy(f => f.Id).ToDictionary(f => f.Id));
        metrics = new MetricDrafts(entries, new MetricTable(new PackageSearch(session.Project)));
    }

    /// <param name="files">Drafts of models and their like, completed.</param>
    public static ImmutableArray<NodeDraft> Create(ResolutionSession session, DraftCompletion completion, ImmutableArray<NodeDraft> files)
    {
        PropertiesEntry[] declared = [.. session.Sources.Packages.SelectMany(p => p.Properties).Where(e => IsSemantic(e.Kind))];
        NodeDraft[] inline = [.. files.Where(f => f is { ResourceType: ResourceType.Model, Properties: { } properties } && InlineModelReader.IsWanted(properties.Entry.Yaml))];
        if (declared.Length == 0 && inline.Length == 0)
        {
            return [];
        }

        SemanticDrafts drafts = new(session, completion, files);
        return [.. inline.SelectMany(drafts.CreateInline), .. declared.SelectMany(drafts.Create)];
    }

    private static bool IsSemantic(PropertiesKind kind) => kind is PropertiesKind.SemanticModel or PropertiesKind.Metric or PropertiesKind.SavedQuery;

    private IEnumerable<NodeDraft> Create(PropertiesEntry entry)
    {
        switch (entry.Kind)
        {
            case PropertiesKind.SemanticModel:
                SemanticModelDraft model = models.Create(entry);
                return [model.Node, .. metrics.CreateFromMeasures(entry, model)];
            case PropertiesKind.Metric:
                return [metrics.Create(entry)];
            default:
                return [new SavedQueryDrafts(entries).Create(entry)];
        }
    }

    private IEnumerable<NodeDraft> CreateInline(NodeDraft file)
    {
        if (file.Properties is not { } properties)
        {
            return [];
        }

        SemanticModelDraft model = models.CreateInline(file, properties);
        return [model.Node, .. entries.Read(properties.Entry).Items("metrics").Select(m => metrics.Create(properties.Entry, m, model))];
    }
}
