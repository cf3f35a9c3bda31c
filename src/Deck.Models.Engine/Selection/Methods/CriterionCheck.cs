using System.Collections.Immutable;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection.Selectors;
using Deck.Models.Engine.Selection.State;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection.Methods;

/// <summary>Finds criteria whose value cannot match in any project.</summary>
internal static class CriterionCheck
{
    private static readonly ImmutableArray<string> TestTypes = ["generic", "singular", "unit", "data", "schema"];

    private static readonly ImmutableArray<string> Versions = ["latest", "prerelease", "old", "none"];

    private static readonly ImmutableArray<string> Statuses = [.. Enum.GetValues<NodeStatus>().Select(NodeStatuses.NameOf)];

    private static readonly ImmutableArray<string> SourceStatuses = ["fresher"];

    /// <summary>The mistake, or null.</summary>
    public static Diagnostic? Find(SelectionCriterion criterion, SelectorList selectors, PreviousState? state) => criterion.Method switch
    {
        SelectionMethod.State => Unknown(criterion, StateMatch.Words) ?? Missing(criterion, state?.Manifest, "a manifest.json"),
        SelectionMethod.Result => Unknown(criterion, Statuses) ?? Missing(criterion, state?.Results, "a run_results.json"),
        SelectionMethod.SourceStatus => Unknown(criterion, SourceStatuses) ?? Missing(criterion, state?.FresherSources, "a sources.json there and one in the target folder"),
        SelectionMethod.Selector when !selectors.All.Any(s => Glob.Matches(s.Name, criterion.Value)) => Diagnostic
            .Error(SelectionCodes.UnknownSelector, $"there is no selector `{criterion.Value}` in selectors.yml", criterion.Location)
            .WithHint(Spelling.DidYouMean(criterion.Value, selectors.All.Select(s => s.Name))),
        SelectionMethod.TestType => Unknown(criterion, TestTypes),
        SelectionMethod.Version => Unknown(criterion, Versions),
        SelectionMethod.ResourceType => Unknown(criterion, [.. Enum.GetValues<ResourceType>().Select(ResourceTypes.NameOf)]),
        SelectionMethod.Config when criterion.MethodArguments.IsEmpty => Diagnostic
            .Error(SelectionCodes.MalformedCriterion, "`config` needs the name of a config", criterion.Location)
            .WithHint("write `config.materialized:table`"),
        SelectionMethod.Source when criterion.Value.Count(c => c == '.') > 2 => Diagnostic.Error(
            SelectionCodes.MalformedCriterion, "a source is written `source`, `source.table` or `package.source.table`", criterion.Location),
        _ => null,
    };

    private static Diagnostic? Missing(SelectionCriterion criterion, object? artifact, string what) => artifact is not null ? null : Diagnostic
        .Error(SelectionCodes.NotAvailable, $"the method `{SelectionMethods.NameOf(criterion.Method)}` compares with an earlier run and needs {what}", criterion.Location)
        .WithHint("name the folder of its artifacts with `--state`");

    private static Diagnostic? Unknown(SelectionCriterion criterion, ImmutableArray<string> words) => words.Contains(criterion.Value) ? null : Diagnostic
        .Error(SelectionCodes.UnknownWord, $"`{criterion.Value}` is no value of the method `{SelectionMethods.NameOf(criterion.Method)}`", criterion.Location)
        .WithHint(Spelling.DidYouMean(criterion.Value, words) ?? $"it can be {string.Join(", ", words)}");
}
