using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Reads entities, dimensions and measures of an entry of `semantic_models:`.</summary>
/// <param name="modelMeta">`meta` of the semantic model's config, which its elements have as well.</param>
internal sealed class ElementReader(DictValue modelMeta)
{
    public SemanticEntity Entity(SemanticYaml yaml) => new()
    {
        Name = yaml.Name,
        Type = yaml.Word("type", SemanticWords.EntityTypes) ?? "",
        Description = yaml.Description,
        Label = yaml.Text("label"),
        Role = yaml.Text("role"),
        Expression = yaml.Text("expr"),
        Meta = WithModelMeta(yaml.Meta),
        Location = yaml.Location,
    };

    public SemanticDimension Dimension(SemanticYaml yaml)
    {
        SemanticYaml? parameters = yaml.Child("type_params");
        return new SemanticDimension
        {
            Name = yaml.Name,
            Type = yaml.Word("type", SemanticWords.DimensionTypes) ?? "",
            Description = yaml.Description,
            Label = yaml.Text("label"),
            IsPartition = yaml.Flag("is_partition"),
            Granularity = parameters?.Word("time_granularity", SemanticWords.Granularities),
            Validity = Validity(parameters),
            Expression = yaml.Text("expr"),
            Meta = WithModelMeta(yaml.Meta),
            Location = yaml.Location,
        };
    }

    /// <summary>A dimension of `derived_semantics:`, whose granularity stands beside its other keys.</summary>
    public SemanticDimension DerivedDimension(SemanticYaml yaml)
    {
        string? granularity = yaml.Word("granularity", SemanticWords.Granularities);
        if (granularity is null && yaml.Has("validity_params"))
        {
            yaml.Report(yaml.Wrong($"the derived dimension `{yaml.Name}` has `validity_params` and so needs a `granularity`", "validity_params"));
        }

        return new SemanticDimension
        {
            Name = yaml.Name,
            Type = yaml.Word("type", SemanticWords.DimensionTypes) ?? "",
            Description = yaml.Description,
            Label = yaml.Text("label"),
            IsPartition = yaml.Flag("is_partition"),
            Granularity = granularity,
            Validity = granularity is null ? null : Validity(yaml),
            Expression = yaml.Text("expr"),
            Meta = WithModelMeta(yaml.Meta),
            Location = yaml.Location,
        };
    }

    public SemanticMeasure Measure(SemanticYaml yaml) => new()
    {
        Name = yaml.Name,
        Aggregation = new Aggregation
        {
            Function = yaml.Word("agg", SemanticWords.Aggregations) ?? "",
            Percentile = yaml.Child("agg_params") is { } parameters
                ? new PercentileParameters(parameters.Value("percentile"), parameters.Flag("use_discrete_percentile"), parameters.Flag("use_approximate_percentile"))
                : null,
            NonAdditive = NonAdditive(yaml, "window_choice", "window_groupings"),
            TimeDimension = yaml.Text("agg_time_dimension"),
        },
        Description = yaml.Description,
        Label = yaml.Text("label"),
        Expression = yaml.Text("expr"),
        Meta = WithModelMeta(yaml.Meta),
        Location = yaml.Location,
    };

    /// <summary>`non_additive_dimension:`, whose keys have other names in either form.</summary>
    public static NonAdditiveDimension? NonAdditive(SemanticYaml yaml, string choice, string groupings) => yaml.Child("non_additive_dimension") is { } written
        ? new NonAdditiveDimension
        {
            Name = written.Name,
            WindowChoice = written.Word(choice, SemanticWords.Aggregations) ?? "",
            WindowGroupings = written.Texts(groupings),
            Location = written.Location,
        }
        : null;

    /// <summary>An element's own `meta` over that of its semantic model.</summary>
    public DictValue WithModelMeta(DictValue own) => Joined(modelMeta, own);

    public static DictValue Joined(DictValue weaker, DictValue stronger)
    {
        DictValue joined = new();
        foreach ((Value key, Value value) in weaker.Entries.Concat(stronger.Entries))
        {
            joined.Set(key.ToText(), value);
        }

        return joined;
    }

    public static DimensionValidity? Validity(SemanticYaml? yaml) =>
        yaml?.Child("validity_params") is { } validity ? new DimensionValidity(validity.Flag("is_start"), validity.Flag("is_end")) : null;
}
