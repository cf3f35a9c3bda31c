using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection.Selectors;

/// <summary>Reads a criterion that is a mapping: `{tag: nightly}` or `{method: tag, value: nightly, children: true, …}`.</summary>
internal static class CriterionReader
{
    private static readonly ImmutableArray<string> Keys =
    [
        "method", "value", "parents", "parents_depth", "children", "children_depth", "childrens_parents", "indirect_selection", "exclude",
    ];

    /// <summary>The criterion, or null after a mistake.</summary>
    public static SelectionCriterion? Read(YamlMapping mapping, List<Diagnostic> mistakes)
    {
        int before = mistakes.Count;
        YamlEntry? shorthand = mapping.Entries is [{ Key: not "method" } only] ? only : null;
        (string? method, YamlNode? value) = shorthand is not null ? (shorthand.Key, shorthand.Value) : (TextOf(mapping, "method"), Find(mapping, "value"));
        if (method is null || value is not YamlScalar { Value.IsNone: false } scalar)
        {
            mistakes.Add(SelectorReader.Malformed("a criterion has a method and a value: `{tag: nightly}` or `{method: tag, value: nightly}`", mapping.Location));
            return null;
        }

        mistakes.AddRange(shorthand is null ? UnknownKeys(mapping) : []);
        SelectionCriterion? criterion = Make(mapping, method, scalar, mistakes);
        if (criterion is { WithChildrensParents: true, ChildrenDepth: > 0 })
        {
            mistakes.Add(SelectorReader.Malformed("`childrens_parents` and `children` exclude each other", mapping.Location));
        }

        return mistakes.Count > before ? null : criterion;
    }

    private static IEnumerable<Diagnostic> UnknownKeys(YamlMapping mapping) => mapping.Entries
        .Where(e => !Keys.Contains(e.Key))
        .Select(e => SelectorReader.Malformed($"a criterion has no key `{e.Key}`", e.KeyLocation).WithHint(Spelling.DidYouMean(e.Key, Keys)));

    private static SelectionCriterion? Make(YamlMapping mapping, string method, YamlScalar value, List<Diagnostic> mistakes)
    {
        string[] parts = method.Split('.');
        if (!SelectionMethods.TryParse(parts[0], out SelectionMethod found))
        {
            mistakes.Add(CriterionParser.DescribeUnknown(parts[0], mapping.Location));
            return null;
        }

        return new SelectionCriterion
        {
            Method = found,
            MethodArguments = [.. parts.Skip(1)],
            Value = value.Value.ToText(),
            WithChildrensParents = IsTrue(mapping, "childrens_parents"),
            ParentsDepth = IsTrue(mapping, "parents") ? Depth(mapping, "parents_depth") : 0,
            ChildrenDepth = IsTrue(mapping, "children") ? Depth(mapping, "children_depth") : 0,
            IndirectSelection = IndirectOf(mapping, mistakes),
            Location = mapping.Location,
        };
    }

    private static IndirectSelection? IndirectOf(YamlMapping mapping, List<Diagnostic> mistakes)
    {
        if (TextOf(mapping, "indirect_selection") is not { } word)
        {
            return null;
        }

        if (SelectionParser.TryParseIndirect(word, out IndirectSelection mode))
        {
            return mode;
        }

        mistakes.Add(SelectorReader.Malformed($"`{word}` is no way of indirect selection; it can be eager, cautious, buildable or empty", mapping.Location));
        return null;
    }

    private static bool IsTrue(YamlMapping mapping, string key) => Find(mapping, key) is YamlScalar { Value.IsTrue: true };

    /// <summary>No depth means any number of steps.</summary>
    private static int Depth(YamlMapping mapping, string key) =>
        Find(mapping, key) is YamlScalar { Value: IntegerValue depth } ? (int)Math.Clamp(depth.Clamped, 0, int.MaxValue) : int.MaxValue;

    private static string? TextOf(YamlMapping mapping, string key) => Find(mapping, key) is YamlScalar { Value.IsNone: false } text ? text.Value.ToText() : null;

    private static YamlNode? Find(YamlMapping mapping, string key) => mapping.TryFind(key, out YamlNode? node) ? node : null;
}
