using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks the entities of one semantic model, and the times in which its rows are valid, which need an entity of their own.</summary>
internal static class EntityCheck
{
    public static IEnumerable<Diagnostic> Find(SemanticModelNode model) => [.. FindPrimary(model), .. FindNatural(model), .. FindValidity(model)];

    private static IEnumerable<Diagnostic> FindPrimary(SemanticModelNode model)
    {
        SemanticModelDefinition definition = model.Definition;
        SemanticEntity[] primary = [.. OfType(definition, SemanticWords.Primary)];
        if (primary.Length > 1)
        {
            yield return Unfit($"semantic model `{model.Name}` has {primary.Length} primary entities: {Names(primary.Select(e => e.Name))}", primary[1].Location)
                .WithHint("one of them can be primary, others can be `unique`");
        }
        else if (primary is [var only] && definition.PrimaryEntity is { } named)
        {
            yield return Unfit($"semantic model `{model.Name}` has the primary entity `{only.Name}` and so cannot have `primary_entity: {named}`", only.Location);
        }
        else if (primary.Length == 0 && definition.PrimaryEntity is null && !definition.Dimensions.IsEmpty && definition.Entities.All(e => SemanticWords.EntityTypes.Contains(e.Type)))
        {
            yield return Unfit($"semantic model `{model.Name}` has dimensions but no primary entity", model.Location)
                .WithHint("give an entity `type: primary`, or the semantic model a `primary_entity`");
        }
    }

    private static IEnumerable<Diagnostic> FindNatural(SemanticModelNode model)
    {
        SemanticEntity[] natural = [.. OfType(model.Definition, SemanticWords.Natural).DistinctBy(e => e.Name)];
        if (natural.Length > 1)
        {
            yield return Unfit($"semantic model `{model.Name}` has {natural.Length} natural entities: {Names(natural.Select(e => e.Name))}", natural[1].Location);
        }

        if (natural.Length > 0 && model.Definition.Dimensions.All(d => d.Validity is null))
        {
            yield return Unfit($"the natural entity `{natural[0].Name}` needs dimensions with `validity_params`, which say when a row is valid", natural[0].Location);
        }
    }

    private static IEnumerable<Diagnostic> FindValidity(SemanticModelNode model)
    {
        SemanticDimension[] windows = [.. model.Definition.Dimensions.Where(d => d.Validity is not null)];
        if (windows.Length == 0)
        {
            yield break;
        }

        bool isWhole = windows.Length == 2 && windows.Count(w => w.Validity is { IsStart: true }) == 1 && windows.Count(w => w.Validity is { IsEnd: true }) == 1;
        if (!isWhole)
        {
            yield return Unfit($"the time in which rows of `{model.Name}` are valid has one start and one end; `validity_params` are given to {Names(windows.Select(w => w.Name))}", windows[0].Location)
                .WithHint("give one time dimension `is_start: true` and another one `is_end: true`");
        }

        if (!OfType(model.Definition, SemanticWords.Natural).Any())
        {
            yield return Unfit($"semantic model `{model.Name}` has dimensions with `validity_params` and so needs a natural entity", windows[0].Location);
        }

        if (model.Definition.Entities.FirstOrDefault(e => e.Type is SemanticWords.Primary or SemanticWords.Unique) is { } key)
        {
            yield return Unfit($"a semantic model with `validity_params` cannot be joined by the {key.Type} entity `{key.Name}`", key.Location).WithHint("use a natural entity and `primary_entity`");
        }

        if (model.Definition.Measures is [var measure, ..])
        {
            yield return Unfit($"a semantic model with `validity_params` cannot have measures such as `{measure.Name}`", measure.Location);
        }
    }

    private static IEnumerable<SemanticEntity> OfType(SemanticModelDefinition model, string type) => model.Entities.Where(e => e.Type == type);

    private static string Names(IEnumerable<string> names) => string.Join(", ", names.Select(n => $"`{n}`").ToImmutableArray());

    private static Diagnostic Unfit(string message, Location place) => Diagnostic.Error(ResolutionCodes.UnfitSemanticModel, message, place);
}
