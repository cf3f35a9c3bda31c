namespace Deck.Models.Templating.Values;

/// <summary>Iteration over a dict that notices, as Python does, when the dict changes its size meanwhile.</summary>
internal static class DictWalk
{
    public static IEnumerator<Value> Over(DictValue dict, Func<KeyValuePair<Value, Value>, Value> pick)
    {
        int size = dict.Table.Count;
        for (int i = 0; i < size; i++)
        {
            Demand(dict, size);
            yield return pick(dict.Table.GetAt(i));
        }

        Demand(dict, size);
    }

    public static IEnumerator<Value> Reversed(DictValue dict, Func<KeyValuePair<Value, Value>, Value> pick)
    {
        int size = dict.Table.Count;
        for (int i = size - 1; i >= 0; i--)
        {
            Demand(dict, size);
            yield return pick(dict.Table.GetAt(i));
        }
    }

    private static void Demand(DictValue dict, int size)
    {
        if (dict.Table.Count != size)
        {
            throw new TemplateException("RuntimeError", "dictionary changed size during iteration");
        }
    }
}
