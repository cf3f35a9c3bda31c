using System.Collections.Frozen;
using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection.Selectors;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection;

/// <summary>Reads `--select`, `--exclude` and their kin; knows the grammar and nothing of any project.</summary>
/// <remarks>A blank joins criteria to a union, a comma to an intersection; the comma binds tighter.</remarks>
public static class SelectionParser
{
    /// <summary>What nothing given selects; sources and exposures are no match of `fqn:*`.</summary>
    private static readonly ImmutableArray<string> Everything = ["fqn:*", "source:*", "exposure:*", "metric:*", "semantic_model:*", "saved_query:*"];

    public static Checked<SelectionSpec> Parse(SelectionArguments arguments)
    {
        List<Diagnostic> mistakes = [];
        IndirectSelection indirect = ParseIndirect(arguments.IndirectSelection, mistakes);
        SelectionExpression expression = ParseExpression(arguments, mistakes);
        FrozenSet<ResourceType> types = ParseTypes(arguments, mistakes);
        return mistakes.Count > 0
            ? Check.Failed<SelectionSpec>(mistakes)
            : Check.Ok(new SelectionSpec { Expression = expression, IndirectSelection = indirect, ResourceTypes = types, Selectors = arguments.Selectors });
    }

    /// <summary>The way of indirect selection by its name.</summary>
    internal static bool TryParseIndirect(string word, out IndirectSelection mode)
    {
        mode = Enum.GetValues<IndirectSelection>().FirstOrDefault(m => word.Equals(m.ToString(), StringComparison.OrdinalIgnoreCase));
        return word.Equals(mode.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    private static SelectionExpression ParseExpression(SelectionArguments arguments, List<Diagnostic> mistakes)
    {
        bool isFree = arguments.Select.IsEmpty && arguments.Exclude.IsEmpty;
        if (arguments.Selector is { } name)
        {
            return FindSelector(name, isFree, arguments.Selectors, mistakes);
        }

        if (isFree && arguments.Selectors.Default is { } otherwise)
        {
            return otherwise.Expression;
        }

        SelectionExpression included = arguments.Select.IsEmpty
            ? ParseUnion(Everything, "--select", false, mistakes)
            : ParseUnion(arguments.Select, "--select", true, mistakes);
        return new DifferenceExpression(included, ParseUnion(arguments.Exclude, "--exclude", true, mistakes));
    }

    private static SelectionExpression FindSelector(string name, bool isFree, SelectorList selectors, List<Diagnostic> mistakes)
    {
        if (!isFree)
        {
            mistakes.Add(Diagnostic.Error(SelectionCodes.UnknownWord, "`--selector` takes the place of `--select` and `--exclude`: give one or the other"));
        }

        if (selectors.Find(name) is { } found)
        {
            return found.Expression;
        }

        string known = string.Join(", ", selectors.All.Select(s => $"`{s.Name}`"));
        mistakes.Add(Diagnostic.Error(SelectionCodes.UnknownSelector, $"there is no selector `{name}` in selectors.yml")
            .WithHint(Spelling.DidYouMean(name, selectors.All.Select(s => s.Name)) ?? (known.Length > 0 ? $"there are {known}" : "the project has no selectors.yml")));
        return new UnionExpression([]);
    }

    private static UnionExpression ParseUnion(ImmutableArray<string> texts, string option, bool written, List<Diagnostic> mistakes)
    {
        ImmutableArray<SelectionExpression>.Builder parts = ImmutableArray.CreateBuilder<SelectionExpression>();
        foreach (SourceText text in texts.Select(t => new SourceText(option, t)))
        {
            foreach (TextSpan span in Split(text.Content, new TextSpan(0, text.Content.Length), ' ').Where(s => s.Length > 0))
            {
                parts.Add(ParseIntersection(text, span, written, mistakes));
            }
        }

        return new UnionExpression(parts.ToImmutable());
    }

    private static IntersectionExpression ParseIntersection(SourceText text, TextSpan span, bool written, List<Diagnostic> mistakes)
    {
        ImmutableArray<SelectionExpression>.Builder parts = ImmutableArray.CreateBuilder<SelectionExpression>();
        foreach (TextSpan part in Split(text.Content, span, ','))
        {
            Checked<SelectionCriterion> criterion = CriterionParser.Parse(text, part);
            mistakes.AddRange(criterion.Diagnostics);
            if (criterion.Value is { } parsed)
            {
                parts.Add(parsed);
            }
        }

        return new IntersectionExpression(parts.ToImmutable(), written ? new Location(text, span) : null);
    }

    private static IEnumerable<TextSpan> Split(string text, TextSpan span, char separator)
    {
        int start = span.Start;
        for (int i = span.Start; i <= span.End; i++)
        {
            if (i == span.End || text[i] == separator)
            {
                yield return TextSpan.Between(start, i);
                start = i + 1;
            }
        }
    }

    private static IndirectSelection ParseIndirect(string word, List<Diagnostic> mistakes)
    {
        if (TryParseIndirect(word, out IndirectSelection mode))
        {
            return mode;
        }

        mistakes.Add(Unknown("--indirect-selection", word, [.. Enum.GetNames<IndirectSelection>().Select(n => n.ToLowerInvariant())]));
        return IndirectSelection.Eager;
    }

    private static FrozenSet<ResourceType> ParseTypes(SelectionArguments arguments, List<Diagnostic> mistakes)
    {
        HashSet<ResourceType> types = [.. arguments.CommandTypes];
        if (!arguments.ResourceTypes.IsEmpty)
        {
            types.IntersectWith(arguments.ResourceTypes.SelectMany(t => ParseType("--resource-type", t, arguments, mistakes)));
        }

        types.ExceptWith(arguments.ExcludeResourceTypes.SelectMany(t => ParseType("--exclude-resource-type", t, arguments, mistakes)));
        return types.ToFrozenSet();
    }

    private static ImmutableArray<ResourceType> ParseType(string option, string word, SelectionArguments arguments, List<Diagnostic> mistakes)
    {
        if (word is "all" or "default")
        {
            return arguments.CommandTypes;
        }

        if (ResourceTypes.TryParse(word, out ResourceType type))
        {
            return [type];
        }

        mistakes.Add(Unknown(option, word, [.. arguments.CommandTypes.Select(ResourceTypes.NameOf), "all", "default"]));
        return [];
    }

    private static Diagnostic Unknown(string option, string word, ImmutableArray<string> words) => Diagnostic
        .Error(SelectionCodes.UnknownWord, $"`{word}` is no value of `{option}`")
        .WithHint(Spelling.DidYouMean(word, words) ?? $"it can be {string.Join(", ", words)}");
}
