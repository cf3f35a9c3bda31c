using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks the names, labels and granularities of the elements of one semantic model.</summary>
internal static class ElementCheck
{
    public static IEnumerable<Diagnostic> Find(SemanticModelNode model)
    {
        ModelElement[] elements = [.. ModelElement.Of(model.Definition)];
        return [.. FindNames(model, elements), .. FindLabels(model, elements), .. FindTimes(model)];
    }

    private static IEnumerable<Diagnostic> FindNames(SemanticModelNode model, ModelElement[] elements)
    {
        Dictionary<string, ModelElement> seen = new(StringComparer.Ordinal);
        foreach (ModelElement element in elements)
        {
            if (NameRules.FaultOf(element.Name) is { } fault)
            {
                yield return Unfit($"the name of the {element.Kind} `{element.Name}` {fault}", element.Location);
            }

            if (NameRules.IsKeyword(element.Name))
            {
                yield return Unfit($"the {element.Kind} `{element.Name}` of semantic model `{model.Name}` has the name of a keyword of SQL", element.Location);
            }

            if (!seen.TryAdd(element.Name, element))
            {
                yield return Unfit($"the {element.Kind} `{element.Name}` of semantic model `{model.Name}` has the name of another {seen[element.Name].Kind} of it", element.Location)
                    .WithRelated([new RelatedLocation(seen[element.Name].Kind, seen[element.Name].Location)]);
            }
        }
    }

    /// <summary>A label is used once among the measures, among the entities, and among the dimensions.</summary>
    private static IEnumerable<Diagnostic> FindLabels(SemanticModelNode model, ModelElement[] elements) => elements
        .Where(e => e.Label is not null)
        .GroupBy(e => $"{e.Kind}\n{e.Label}")
        .SelectMany(g => g.Skip(1))
        .Select(e => Unfit($"semantic model `{model.Name}` has the label `{e.Label}` for another {e.Kind} as well", e.Location));

    private static IEnumerable<Diagnostic> FindTimes(SemanticModelNode model)
    {
        SemanticModelDefinition definition = model.Definition;
        if (definition.DefaultTimeDimension is { } named && !definition.HasTimeDimension(named))
        {
            yield return Unfit($"the default `agg_time_dimension` of semantic model `{model.Name}` is `{named}`, which is no time dimension of it", model.Location)
                .WithHint(Spelling.DidYouMean(named, definition.Dimensions.Where(d => d.IsTime).Select(d => d.Name)));
        }

        foreach (SemanticDimension dimension in definition.Dimensions.Where(d => d is { IsTime: true, Granularity: null }))
        {
            yield return Diagnostic
                .Warning(ResolutionCodes.UnfitSemanticModel, $"the time dimension `{dimension.Name}` of semantic model `{model.Name}` has no granularity; dbt will refuse that in 2027", dimension.Location)
                .WithHint("write `type_params: {time_granularity: day}`");
        }
    }

    private static Diagnostic Unfit(string message, Location place) => Diagnostic.Error(ResolutionCodes.UnfitSemanticModel, message, place);
}
