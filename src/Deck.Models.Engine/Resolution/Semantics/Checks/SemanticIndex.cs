namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>The semantic layer of a project by name, as its checks ask for it.</summary>
internal sealed class SemanticIndex
{
    private readonly Dictionary<string, SemanticModelNode> measures = new(StringComparer.Ordinal);
    private readonly Dictionary<string, MetricNode> metrics = new(StringComparer.Ordinal);

    public SemanticIndex(Manifest manifest, IReadOnlyList<SemanticModelNode> models)
    {
        Manifest = manifest;
        Models = models;
        Metrics = [.. manifest.Nodes.OfType<MetricNode>()];
        SavedQueries = [.. manifest.Nodes.OfType<SavedQueryNode>()];
        TimeSpines = [.. Semantics.TimeSpines.Of(manifest)];
        foreach (SemanticModelNode model in models)
        {
            foreach (SemanticMeasure measure in model.Definition.Measures)
            {
                measures.TryAdd(measure.Name, model);
            }
        }

        foreach (MetricNode metric in Metrics)
        {
            metrics.TryAdd(metric.Name, metric);
        }

        CustomGranularities = [.. TimeSpines.SelectMany(s => s.Spine.CustomGranularities).Select(g => g.Name)];
    }

    public Manifest Manifest { get; }

    public IReadOnlyList<SemanticModelNode> Models { get; }

    public IReadOnlyList<MetricNode> Metrics { get; }

    public IReadOnlyList<SavedQueryNode> SavedQueries { get; }

    public IReadOnlyList<TimeSpineModel> TimeSpines { get; }

    /// <summary>Granularities of the project's own.</summary>
    public IReadOnlyList<string> CustomGranularities { get; }

    public bool HasMeasure(string name) => measures.ContainsKey(name);

    /// <summary>The semantic model with a measure.</summary>
    public SemanticModelNode? ModelOfMeasure(string name) => measures.GetValueOrDefault(name);

    public SemanticMeasure? FindMeasure(string name) => ModelOfMeasure(name)?.Definition.Measures.First(m => m.Name == name);

    public MetricNode? FindMetric(string name) => metrics.GetValueOrDefault(name);

    public SemanticModelNode? FindModel(string? name) => Models.FirstOrDefault(m => m.Name == name);
}
