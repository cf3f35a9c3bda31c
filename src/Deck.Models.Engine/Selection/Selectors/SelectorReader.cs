using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection.Selectors;

/// <summary>Reads selectors.yml, its strings rendered already: names, defaults, and definitions by <see cref="DefinitionReader"/>.</summary>
public static class SelectorReader
{
    private static readonly ImmutableArray<string> Keys = ["name", "description", "default", "definition"];

    /// <summary>The selectors; with mistakes there is no value.</summary>
    public static Checked<SelectorList> Read(YamlNode file)
    {
        List<Diagnostic> mistakes = [];
        DefinitionReader definitions = new(mistakes);
        List<NamedSelector> selectors = [];
        foreach (YamlNode entry in ListOf(file, mistakes))
        {
            if (entry is YamlMapping mapping && ReadOne(mapping, definitions, mistakes) is { } selector)
            {
                selectors.Add(selector);
            }
            else if (entry is not YamlMapping)
            {
                mistakes.Add(Malformed("a selector is a mapping with `name` and `definition`", entry.Location));
            }
        }

        CheckNames(selectors, mistakes);
        return mistakes.Count > 0 ? Check.Failed<SelectorList>(mistakes) : Check.Ok(new SelectorList([.. selectors]));
    }

    internal static Diagnostic Malformed(string message, Location place) => Diagnostic.Error(SelectionCodes.MalformedSelector, message, place);

    private static ImmutableArray<YamlNode> ListOf(YamlNode file, List<Diagnostic> mistakes)
    {
        if (file is YamlMapping mapping && mapping.TryFind("selectors", out YamlNode? list) && list is YamlSequence sequence)
        {
            return sequence.Items;
        }

        mistakes.Add(Malformed("selectors.yml holds a list `selectors:`", file.Location));
        return [];
    }

    private static NamedSelector? ReadOne(YamlMapping yaml, DefinitionReader definitions, List<Diagnostic> mistakes)
    {
        mistakes.AddRange(yaml.Entries.Where(e => !Keys.Contains(e.Key)).Select(e =>
            Malformed($"a selector has no key `{e.Key}`", e.KeyLocation).WithHint(Spelling.DidYouMean(e.Key, Keys))));
        if (!yaml.TryFind("name", out YamlNode? name) || name is not YamlScalar { Value.IsNone: false } text)
        {
            mistakes.Add(Malformed("a selector lacks `name`", yaml.Location));
            return null;
        }

        if (!yaml.TryFind("definition", out YamlNode? definition))
        {
            mistakes.Add(Malformed($"the selector `{text.Text}` lacks `definition`", yaml.Location));
            return null;
        }

        bool isDefault = yaml.TryFind("default", out YamlNode? given) && given is YamlScalar { Value.IsTrue: true };
        return definitions.ReadRoot(definition) is { } expression ? new NamedSelector(text.Value.ToText(), expression, isDefault, yaml.Location) : null;
    }

    private static void CheckNames(List<NamedSelector> selectors, List<Diagnostic> mistakes)
    {
        foreach (IGrouping<string, NamedSelector> same in selectors.GroupBy(s => s.Name).Where(g => g.Count() > 1))
        {
            mistakes.Add(Malformed($"there are two selectors `{same.Key}`", same.Last().Location));
        }

        if (selectors.Where(s => s.IsDefault).ToArray() is [var first, var second, ..])
        {
            mistakes.Add(Malformed($"both `{first.Name}` and `{second.Name}` are the default selector", second.Location));
        }
    }
}
