using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Selection;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>The selectors of selectors.yml as manifest.json has them: texts of the command line's form are taken apart.</summary>
internal static class SelectorDicts
{
    /// <param name="file">The content of selectors.yml; what is malformed in it is reported when it is selected by.</param>
    public static ImmutableArray<(string Name, Value Selector)> Of(YamlNode file) =>
        file is YamlMapping root && root.TryFind("selectors", out YamlNode? list) && list is YamlSequence sequence
            ? [.. sequence.Items.OfType<YamlMapping>().Where(s => s.TryFind("name", out _)).Select(s => (NameOf(s), (Value)OfSelector(s)))]
            : [];

    private static string NameOf(YamlMapping selector) => selector.TryFind("name", out YamlNode? name) && name is YamlScalar text ? text.Text : "";

    private static DictValue OfSelector(YamlMapping selector) =>
        new DictValue(selector.Entries.Select(e => KeyValuePair.Create(e.Key, e.Key == "definition" ? OfDefinition(YamlValues.ToValue(e.Value)) : YamlValues.ToValue(e.Value))));

    private static Value OfDefinition(Value definition)
    {
        if (definition is not DictValue dict)
        {
            return definition is StringValue text ? OfText(text.Text) : definition;
        }

        foreach (string joined in new[] { "union", "intersection" })
        {
            if (dict.TryGet(joined, out Value? parts) && parts is ListValue list)
            {
                return new DictValue([KeyValuePair.Create<string, Value>(joined, new ListValue(list.Items.Select(OfDefinition)))]);
            }
        }

        return dict.Entries.Count == 1 ? OfPair(dict.Entries.First().Key.ToText(), dict.Entries.First().Value) : dict;
    }

    /// <summary>`tag: nightly`, or a list to be excluded.</summary>
    private static DictValue OfPair(string key, Value value)
    {
        Value taken = value is ListValue list ? new ListValue(list.Items.Select(OfDefinition)) : value;
        return key == "exclude" ? new DictValue([new(key, taken)]) : new DictValue([new("method", Value.Of(key)), new("value", taken)]);
    }

    private static DictValue OfText(string text)
    {
        if (CriterionParser.Parse(new SourceText("selectors.yml", text), new TextSpan(0, text.Length)).Value is not { } criterion)
        {
            return new DictValue([new("error", Value.Of("Invalid selector spec"))]);
        }

        DictValue dict = new();
        if (criterion.WithChildrensParents)
        {
            dict.Set("childrens_parents", Value.Of(true));
        }

        SetDepth(dict, "parents", criterion.ParentsDepth);
        dict.Set("method", Value.Of(string.Join('.', criterion.MethodArguments.Prepend(SelectionMethods.NameOf(criterion.Method)))));
        dict.Set("value", Value.Of(criterion.Value));
        SetDepth(dict, "children", criterion.ChildrenDepth);
        return dict;
    }

    private static void SetDepth(DictValue dict, string name, int depth)
    {
        if (depth > 0)
        {
            dict.Set(name, Value.Of(true));
        }

        if (depth is > 0 and < int.MaxValue)
        {
            dict.Set($"{name}_depth", Value.Of(depth.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }
    }
}
