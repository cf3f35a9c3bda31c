using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection.Methods;

/// <summary>Finds criteria whose value cannot match in any project.</summary>
internal static class CriterionCheck
{
    private static readonly ImmutableArray<string> TestTypes = ["generic", "singular", "unit", "data", "schema"];

    private static readonly ImmutableArray<string> Versions = ["latest", "prerelease", "old", "none"];

    /// <summary>The mistake, or null.</summary>
    public static Diagnostic? Find(SelectionCriterion criterion) => criterion.Method switch
    {
        SelectionMethod.State => NotAvailable(criterion, "needs the artifacts of an earlier run, which `--state` names"),
        SelectionMethod.Result or SelectionMethod.SourceStatus => NotAvailable(criterion, "needs the results of an earlier run, which `--state` names"),
        SelectionMethod.Selector => NotAvailable(criterion, "needs a selectors.yml"),
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

    private static Diagnostic NotAvailable(SelectionCriterion criterion, string reason) => Diagnostic.Error(
        SelectionCodes.NotAvailable, $"the method `{SelectionMethods.NameOf(criterion.Method)}` {reason}; it is not available yet", criterion.Location);

    private static Diagnostic? Unknown(SelectionCriterion criterion, ImmutableArray<string> words) => words.Contains(criterion.Value) ? null : Diagnostic
        .Error(SelectionCodes.UnknownWord, $"`{criterion.Value}` is no value of the method `{SelectionMethods.NameOf(criterion.Method)}`", criterion.Location)
        .WithHint(Spelling.DidYouMean(criterion.Value, words) ?? $"it can be {string.Join(", ", words)}");
}
