using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection.Selectors;

/// <summary>Reads a definition of selectors.yml: a criterion as on the command line, `{method: value}`, `{method, value, …}`, `{union: […]}` or `{intersection: […]}`.</summary>
internal sealed class DefinitionReader(List<Diagnostic> mistakes)
{
    private const string Exclude = "exclude";
    private static readonly ImmutableArray<string> Groups = ["union", "intersection"];

    /// <summary>A definition at its root, where a set stands alone; null after a mistake.</summary>
    public SelectionExpression? ReadRoot(YamlNode node)
    {
        if (node is YamlMapping { Entries.Length: > 1 } mapping && mapping.Entries.FirstOrDefault(e => Groups.Contains(e.Key)) is { } set)
        {
            return Refuse($"`{set.Key}` stands alone at the root of a definition", node.Location);
        }

        return Read(node);
    }

    private SelectionExpression? Read(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar { Value.IsNone: false } text:
                SourceText source = YamlTexts.SourceOf(text);
                return Take(CriterionParser.Parse(source, new TextSpan(0, source.Content.Length)));
            case YamlMapping mapping when mapping.TryFind("union", out YamlNode? parts):
                return ReadSet(parts, parsed => new UnionExpression(parsed));
            case YamlMapping mapping when mapping.TryFind("intersection", out YamlNode? parts):
                return ReadSet(parts, parsed => new IntersectionExpression(parsed, null));
            case YamlMapping mapping:
                return ReadCriterion(mapping);
            default:
                return Refuse("a definition is a text, a mapping with a method, `union` or `intersection`", node.Location);
        }
    }

    /// <summary>The parts of a set; one of them may be `exclude`, which takes away from the whole.</summary>
    private SelectionExpression? ReadSet(YamlNode parts, Func<ImmutableArray<SelectionExpression>, SelectionExpression> make)
    {
        if (parts is not YamlSequence list)
        {
            return Refuse("a set is a list of definitions", parts.Location);
        }

        YamlMapping[] exclusions = [.. list.Items.OfType<YamlMapping>().Where(IsExclusion)];
        if (exclusions.Length > 1)
        {
            return Refuse("a set has one `exclude` at most", exclusions[1].Location);
        }

        SelectionExpression?[] included = [.. list.Items.Where(i => i is not YamlMapping mapping || !IsExclusion(mapping)).Select(Read)];
        SelectionExpression? excluded = exclusions is [var only] ? ReadExclusion(only) : null;
        if (Array.Exists(included, i => i is null) || (exclusions.Length > 0 && excluded is null))
        {
            return null;
        }

        SelectionExpression whole = make([.. included.OfType<SelectionExpression>()]);
        return excluded is null ? whole : new DifferenceExpression(whole, excluded);
    }

    private static bool IsExclusion(YamlMapping mapping) => mapping.Entries is [{ Key: Exclude }];

    private UnionExpression? ReadExclusion(YamlMapping mapping)
    {
        if (!mapping.TryFind(Exclude, out YamlNode? node) || node is not YamlSequence list)
        {
            mistakes.Add(SelectorReader.Malformed("`exclude` is a list of definitions", mapping.Location));
            return null;
        }

        SelectionExpression?[] parts = [.. list.Items.Select(Read)];
        return Array.Exists(parts, p => p is null) ? null : new UnionExpression([.. parts.OfType<SelectionExpression>()]);
    }

    private SelectionExpression? ReadCriterion(YamlMapping mapping)
    {
        if (CriterionReader.Read(mapping, mistakes) is not { } criterion)
        {
            return null;
        }

        if (!mapping.TryFind(Exclude, out _) || mapping.Entries.Length == 1)
        {
            return criterion;
        }

        return ReadExclusion(mapping) is { } excluded ? new DifferenceExpression(criterion, excluded) : null;
    }

    private SelectionCriterion? Take(Checked<SelectionCriterion> parsed)
    {
        mistakes.AddRange(parsed.Diagnostics);
        return parsed.Value;
    }

    private SelectionExpression? Refuse(string message, Location place)
    {
        mistakes.Add(SelectorReader.Malformed(message, place));
        return null;
    }
}
