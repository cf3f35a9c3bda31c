using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Makes drafts of metrics: entries of `metrics:`, those beside a model's columns, and those that measures make with `create_metric`.</summary>
internal sealed class MetricDrafts(EntryDrafts entries, MetricTable metrics)
{
    public NodeDraft Create(PropertiesEntry entry) => Create(entry, entries.Read(entry), null);

    /// <param name="yaml">The metric's own mapping.</param>
    /// <param name="model">The semantic model below whose model it is written, or null.</param>
    public NodeDraft Create(PropertiesEntry entry, SemanticYaml yaml, SemanticModelDraft? model)
    {
        MetricDefinition definition = MetricReader.Read(yaml, model);
        NodeDraft draft = entries.Begin(entry, ResourceType.Metric, yaml.Name, ConfigOf(yaml)) with
        {
            Location = yaml.Location,
            Description = yaml.Description ?? "",
            Needs = definition.Parameters.SemanticModel is not null && model is not null ? [model.Node.Id] : [],
        };
        return yaml.Has("type_params") ? Complete(draft, definition, yaml.Texts("tags"), MetaOf(draft, yaml)) : Complete(draft, definition, [], new DictValue());
    }

    /// <summary>The metrics that the measures of a semantic model ask for.</summary>
    public IEnumerable<NodeDraft> CreateFromMeasures(PropertiesEntry entry, SemanticModelDraft model)
    {
        foreach (SemanticYaml measure in entries.Read(entry).Items("measures").Where(m => m.Flag("create_metric")))
        {
            yield return CreateFromMeasure(entry, measure, model);
        }
    }

    private NodeDraft CreateFromMeasure(PropertiesEntry entry, SemanticYaml measure, SemanticModelDraft model)
    {
        Value meta = model.Node.Config.TryGet("meta", out Value? written) ? written : new DictValue();
        ConfigLayer config = ConfigLayer.Of(
        [
            new ConfigSetting("enabled", Value.Of(model.Node.IsEnabled), measure.Location), new ConfigSetting("meta", meta, measure.Location),
        ]);
        MetricDefinition definition = new()
        {
            Label = measure.Text("label") ?? measure.Name,
            Type = SemanticWords.Simple,
            Parameters = new MetricParameters
            {
                Measure = new MetricInputMeasure { Name = measure.Name, Location = measure.PlaceOf("name") },
                Expression = measure.Text("expr") ?? measure.Name,
            },
        };
        NodeDraft draft = entries.Begin(entry, ResourceType.Metric, measure.Name, config) with
        {
            Location = measure.Location,
            Description = measure.Description ?? $"Metric created from measure {measure.Name}",
        };
        return Complete(draft, definition, [], MetaOf(draft, null));
    }

    /// <summary>Metrics of the newer form have neither tags nor meta beside their config.</summary>
    private NodeDraft Complete(NodeDraft draft, MetricDefinition definition, ImmutableArray<string> tags, DictValue meta)
    {
        metrics.Add(draft, definition);
        return draft with
        {
            Declaration = new ModelDeclaration
            {
                Metrics = [.. definition.Inputs.Select(i => new MetricCall(null, i.Name, i.Location))],
                Measures = [.. definition.OwnMeasures.Select(m => new MeasureCall(m.Name, m.Location))],
            },
            Finish = (d, dependsOn) => new MetricNode(NodeHead.Of(d, dependsOn), definition, d.IsEnabled ? metrics.InputMeasuresOf(definition, d.PackageName) : [])
            {
                Tags = tags,
                Meta = meta,
                Origin = new NodeOrigin(d.Unrendered),
            },
        };
    }

    /// <summary>The config's own where there is any, else what stands beside it.</summary>
    private static DictValue MetaOf(NodeDraft draft, SemanticYaml? written)
    {
        if (draft.Config.TryGet("meta", out Value? meta) && meta is DictValue { Entries.Count: > 0 } configured)
        {
            return configured;
        }

        return written?.Value("meta") as DictValue ?? new DictValue();
    }

    private static ConfigLayer ConfigOf(SemanticYaml yaml) => ConfigLayer.Of(yaml.Config.Entries
        .Select(e => new ConfigSetting(e.Key.ToText(), e.Value, yaml.PlaceOf("config"))));
}
