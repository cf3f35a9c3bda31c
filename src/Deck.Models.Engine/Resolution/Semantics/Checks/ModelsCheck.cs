using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks that semantic models do not contradict each other.</summary>
internal static class ModelsCheck
{
    public static IEnumerable<Diagnostic> Find(IReadOnlyList<SemanticModelNode> models) =>
        [.. FindMeasures(models), .. FindKinds(models), .. FindDimensions(models), .. FindPairs(models), .. FindLabels(models)];

    private static IEnumerable<Diagnostic> FindMeasures(IReadOnlyList<SemanticModelNode> models)
    {
        Dictionary<string, SemanticModelNode> seen = new(StringComparer.Ordinal);
        foreach ((SemanticModelNode model, SemanticMeasure measure) in models.SelectMany(m => m.Definition.Measures.Select(e => (m, e))))
        {
            if (!seen.TryAdd(measure.Name, model) && seen[measure.Name] != model)
            {
                yield return Unfit($"semantic model `{seen[measure.Name].Name}` has a measure `{measure.Name}` as well; their names must differ in all of the project", measure.Location);
            }
        }
    }

    /// <summary>A name is that of a measure, an entity or a dimension in all semantic models.</summary>
    private static IEnumerable<Diagnostic> FindKinds(IReadOnlyList<SemanticModelNode> models)
    {
        Dictionary<string, ModelElement> seen = new(StringComparer.Ordinal);
        foreach (ModelElement element in models.SelectMany(m => ModelElement.Of(m.Definition)))
        {
            if (!seen.TryAdd(element.Name, element) && seen[element.Name].Kind != element.Kind)
            {
                yield return Unfit($"`{element.Name}` is the name of one {element.Kind} and of one {seen[element.Name].Kind}", element.Location)
                    .WithRelated([new RelatedLocation(seen[element.Name].Kind, seen[element.Name].Location)]);
            }
        }
    }

    /// <summary>Dimensions of one name are of one type.</summary>
    private static IEnumerable<Diagnostic> FindDimensions(IReadOnlyList<SemanticModelNode> models)
    {
        Dictionary<string, SemanticDimension> seen = new(StringComparer.Ordinal);
        foreach (SemanticDimension dimension in models.SelectMany(m => m.Definition.Dimensions))
        {
            if (seen.TryAdd(dimension.Name, dimension))
            {
                continue;
            }

            SemanticDimension first = seen[dimension.Name];
            string? difference = first.Type != dimension.Type ? $"is {dimension.Type} here and {first.Type} elsewhere"
                : first.IsPartition != dimension.IsPartition ? "is a partition in one semantic model and not in another"
                : null;
            if (difference is not null)
            {
                yield return Unfit($"the dimension `{dimension.Name}` {difference}", dimension.Location).WithRelated([new RelatedLocation("elsewhere", first.Location)]);
            }
        }
    }

    /// <summary>A dimension is named by its primary entity and its own name, which so must be unique.</summary>
    private static IEnumerable<Diagnostic> FindPairs(IReadOnlyList<SemanticModelNode> models)
    {
        Dictionary<string, SemanticModelNode> seen = new(StringComparer.Ordinal);
        foreach (SemanticModelNode model in models)
        {
            if ((model.Definition.PrimaryEntity ?? model.Definition.Entities.FirstOrDefault(e => e.Type == SemanticWords.Primary)?.Name) is not { } entity)
            {
                continue;
            }

            foreach (SemanticDimension dimension in model.Definition.Dimensions)
            {
                string pair = $"{entity}__{dimension.Name}";
                if (!seen.TryAdd(pair, model) && seen[pair] != model)
                {
                    yield return Unfit($"`{pair}` is a dimension of semantic model `{seen[pair].Name}` already, which has the same primary entity", dimension.Location);
                }
            }
        }
    }

    private static IEnumerable<Diagnostic> FindLabels(IReadOnlyList<SemanticModelNode> models)
    {
        foreach (SemanticModelNode model in models.Where(m => m.Definition.Label is not null).GroupBy(m => m.Definition.Label).SelectMany(g => g.Skip(1)))
        {
            yield return Unfit($"the label `{model.Definition.Label}` of semantic model `{model.Name}` is another one's as well", model.Location);
        }

        Dictionary<string, SemanticEntity> seen = new(StringComparer.Ordinal);
        foreach (SemanticEntity entity in models.SelectMany(m => m.Definition.Entities).Where(e => e.Label is not null))
        {
            if (!seen.TryAdd(entity.Name, entity) && seen[entity.Name].Label != entity.Label)
            {
                yield return Unfit($"the entity `{entity.Name}` has the label `{entity.Label}` here and `{seen[entity.Name].Label}` elsewhere", entity.Location);
            }
        }
    }

    private static Diagnostic Unfit(string message, Location place) => Diagnostic.Error(ResolutionCodes.UnfitSemanticModel, message, place);
}
