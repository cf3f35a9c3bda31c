using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Checks that metrics find a time spine for the times that they ask for.</summary>
internal static class TimeSpineCheck
{
    private static readonly int Day = SemanticWords.Granularities.IndexOf("day");

    /// <summary>Semantic models need a time spine of days or something finer.</summary>
    public static IEnumerable<Diagnostic> FindMissing(Manifest manifest, IReadOnlyList<SemanticModelNode> models)
    {
        bool hasLegacy = manifest.Nodes.Any(n => n is ModelNode { Name: SemanticWords.LegacyTimeSpine });
        if (!hasLegacy && !TimeSpines.Of(manifest).Any(s => Rank(s.Granularity) <= Day))
        {
            yield return Diagnostic
                .Error(ResolutionCodes.UnfitTimeSpine, "semantic models need a time spine with the granularity `day` or a finer one, and the project has none", models[0].Location)
                .WithHint("give a model with one row for each day `time_spine: {standard_granularity_column: date_day}`, and that column `granularity: day`");
        }
    }

    public static IEnumerable<Diagnostic> Find(SemanticIndex index)
    {
        if (index.TimeSpines.Count == 0)
        {
            yield break;
        }

        foreach (IGrouping<string, TimeSpineModel> same in index.TimeSpines.GroupBy(s => s.Granularity).Where(g => g.Count() > 1))
        {
            TimeSpineModel second = same.ElementAt(1);
            yield return Diagnostic
                .Warning(ResolutionCodes.UnfitTimeSpine, $"there are several time spines with the granularity `{same.Key}`: {string.Join(", ", same.Select(s => $"`{s.Model.Name}`"))}", second.Spine.Location)
                .WithHint("only one of them is used");
        }

        SemanticDimension? finest = index.Models.SelectMany(m => m.Definition.Dimensions).Where(d => d.Granularity is not null).MinBy(d => Rank(d.Granularity));
        TimeSpineModel spine = index.TimeSpines.MinBy(s => Rank(s.Granularity)) ?? index.TimeSpines[0];
        if (finest is null)
        {
            yield return Diagnostic.Warning(ResolutionCodes.UnfitTimeSpine, "no semantic model has a time dimension with a granularity", spine.Spine.Location);
        }
        else if (Rank(finest.Granularity) < Rank(spine.Granularity))
        {
            yield return Diagnostic
                .Warning(ResolutionCodes.UnfitTimeSpine, $"the time dimension `{finest.Name}` is finer (`{finest.Granularity}`) than every time spine (`{spine.Granularity}`)", finest.Location)
                .WithHint($"add a time spine with the granularity `{finest.Granularity}`");
        }
    }

    private static int Rank(string? granularity) => SemanticWords.Granularities.IndexOf(granularity ?? "");
}
