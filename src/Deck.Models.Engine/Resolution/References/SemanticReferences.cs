using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.References;

/// <summary>Finds the metrics and the semantic models that a node names.</summary>
internal sealed class SemanticReferences
{
    private readonly Dictionary<string, List<NodeDraft>> metrics = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NodeDraft>> measures = new(StringComparer.Ordinal);
    private readonly ResolutionSession session;
    private readonly PackageSearch search;

    public SemanticReferences(ImmutableArray<NodeDraft> drafts, ResolutionSession session, PackageSearch search)
    {
        this.session = session;
        this.search = search;
        foreach (NodeDraft draft in drafts.Where(d => d.ResourceType is ResourceType.Metric or ResourceType.SemanticModel))
        {
            if (draft.ResourceType == ResourceType.Metric)
            {
                Add(metrics, draft.Name, draft);
            }

            foreach (string measure in draft.Measures)
            {
                Add(measures, measure, draft);
            }
        }
    }

    /// <summary>The metric of a name, or null after a report.</summary>
    public NodeDraft? Resolve(MetricCall call, NodeDraft from)
    {
        List<NodeDraft> named = metrics.GetValueOrDefault(call.Name) ?? [];
        if (Find(named, call.Package, from, enabledOnly: true) is { } metric)
        {
            return metric;
        }

        session.Report(named is [var disabled, ..]
            ? Disabled($"{ResourceTypes.NameOf(from.ResourceType).Replace('_', ' ')} `{from.Name}` refers to metric `{call.Name}`, which is disabled", disabled, call.Location)
            : Diagnostic.Error(ResolutionCodes.UnknownMetric, $"metric `{call.Name}` does not exist", call.Location).WithHint(Spelling.DidYouMean(call.Name, metrics.Keys)));
        return null;
    }

    /// <summary>The semantic model with a measure, or null after a report.</summary>
    public NodeDraft? Resolve(MeasureCall call, NodeDraft from)
    {
        if (Find(measures.GetValueOrDefault(call.Name) ?? [], null, from, enabledOnly: false) is not { } model)
        {
            session.Report(Diagnostic
                .Error(ResolutionCodes.UnknownMeasure, $"no semantic model has the measure `{call.Name}` of metric `{from.Name}`", call.Location)
                .WithHint(Spelling.DidYouMean(call.Name, measures.Keys)));
            return null;
        }

        if (!model.IsEnabled)
        {
            session.Report(Disabled($"metric `{from.Name}` uses the measure `{call.Name}` of the semantic model `{model.Name}`, which is disabled", model, call.Location));
            return null;
        }

        return model;
    }

    private NodeDraft? Find(List<NodeDraft> named, string? package, NodeDraft from, bool enabledOnly) => search.Order(package, from.PackageName)
        .Select(p => named.Find(d => (p is null || d.PackageName == p) && (d.IsEnabled || !enabledOnly)))
        .FirstOrDefault(d => d is not null);

    private static Diagnostic Disabled(string message, NodeDraft target, Location place) => Diagnostic
        .Error(ResolutionCodes.DisabledTarget, message, place)
        .WithRelated([new RelatedLocation("disabled", target.Config.LocationOf("enabled") ?? target.Location)]);

    private static void Add(Dictionary<string, List<NodeDraft>> table, string name, NodeDraft draft)
    {
        if (!table.TryGetValue(name, out List<NodeDraft>? same))
        {
            table.Add(name, same = []);
        }

        same.Add(draft);
    }
}
