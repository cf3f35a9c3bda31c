using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>The values that stand in a document more than once: written where they come first, with a name for the other places.</summary>
internal sealed class YamlAnchors
{
    private readonly HashSet<Value> seen = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<Value, string> names = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Value> written = new(ReferenceEqualityComparer.Instance);

    public YamlAnchors(Value root, bool sortKeys) => Find(root, sortKeys);

    /// <summary>A dict's keys in the order in which they are written: as they are where they cannot be sorted.</summary>
    public static IReadOnlyList<Value> Keys(DictValue dict, bool sorted)
    {
        ListValue keys = new(dict.Entries.Keys);
        try
        {
            _ = sorted ? keys.GetAttribute("sort")?.Call(Arguments.None) : null;
            return [.. keys.Items];
        }
        catch (TemplateException failure) when (failure.PythonClass == "TypeError")
        {
            return [.. dict.Entries.Keys];
        }
    }

    /// <summary>What precedes the value, `&amp;id001 `, or stands for it, `*id001`; null where it needs no name.</summary>
    public string? Take(Value value, out bool isAlias)
    {
        isAlias = false;
        if (!names.TryGetValue(value, out string? name))
        {
            return null;
        }

        isAlias = !written.Add(value);
        return isAlias ? $"*{name}" : $"&{name}";
    }

    /// <summary>PyYAML names them in the order in which they come for the second time.</summary>
    private void Find(Value value, bool sortKeys)
    {
        if (value is not (DictValue or ListValue or DateValue or DateTimeValue or TupleValue { Items.Length: > 0 }))
        {
            return;
        }

        if (!seen.Add(value))
        {
            names.TryAdd(value, $"id{names.Count + 1:000}");
            return;
        }

        switch (value)
        {
            case DictValue dict:
                foreach (Value key in Keys(dict, sortKeys))
                {
                    Find(key, sortKeys);
                    Find(dict.Entries[key], sortKeys);
                }

                break;
            case ListValue list:
                list.Items.ToList().ForEach(item => Find(item, sortKeys));
                break;
            case TupleValue tuple:
                tuple.Items.ToList().ForEach(item => Find(item, sortKeys));
                break;
        }
    }
}
