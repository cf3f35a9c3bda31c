using System.Text;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>Python's `pprint`: the repr with sorted keys, one element a line where it is wider than the page.</summary>
internal static class PrettyPrinter
{
    private const int PageWidth = 80;

    public static string Print(Value value)
    {
        var page = new StringBuilder();
        Write(page, value, 0, 0);
        return page.ToString();
    }

    private static void Write(StringBuilder page, Value value, int indent, int allowance)
    {
        string flat = Flat(value);
        if (flat.Length <= PageWidth - indent - allowance || value is not (ListValue or TupleValue or DictValue) || value.Length == 0)
        {
            page.Append(flat);
            return;
        }

        switch (value)
        {
            case DictValue dict:
                WriteDict(page, dict, indent, allowance);
                break;
            case ListValue list:
                WriteItems(page, ("[", "]"), list.Elements, (indent, allowance));
                break;
            case TupleValue tuple:
                WriteItems(page, ("(", tuple.Items.Length == 1 ? ",)" : ")"), tuple.Items, (indent, allowance));
                break;
        }
    }

    private static void WriteDict(StringBuilder page, DictValue dict, int indent, int allowance)
    {
        page.Append('{');
        int left = dict.Table.Count;
        foreach ((Value key, Value item) in Sorted(dict))
        {
            string name = Flat(key);
            page.Append(name).Append(": ");
            Write(page, item, indent + 1 + name.Length + 2, --left > 0 ? 1 : allowance + 1);
            page.Append(left > 0 ? ",\n" + new string(' ', indent + 1) : "}");
        }
    }

    private static void WriteItems(StringBuilder page, (string Open, string Close) brackets, IReadOnlyList<Value> items, (int Indent, int Allowance) place)
    {
        page.Append(brackets.Open);
        for (int i = 0; i < items.Count; i++)
        {
            bool last = i == items.Count - 1;
            Write(page, items[i], place.Indent + 1, last ? place.Allowance + brackets.Close.Length : 1);
            page.Append(last ? brackets.Close : ",\n" + new string(' ', place.Indent + 1));
        }
    }

    private static string Flat(Value value)
    {
        SequenceLimits.DemandStack();
        return value switch
        {
            DictValue dict => $"{{{string.Join(", ", Sorted(dict).Select(e => $"{Flat(e.Key)}: {Flat(e.Value)}"))}}}",
            ListValue list => $"[{string.Join(", ", list.Elements.Select(Flat))}]",
            TupleValue { Items.Length: not 1 } tuple => $"({string.Join(", ", tuple.Items.Select(Flat))})",
            _ => value.Repr(),
        };
    }

    /// <summary>Sorted by key; keys that cannot be compared are ordered by their types, as pprint does.</summary>
    private static (Value Key, Value Value)[] Sorted(DictValue dict)
    {
        (Value Key, Value Value)[] entries = [.. dict.Table.Select(e => (e.Key, e.Value))];
        PythonSort.Sort(entries, Precedes);
        return entries;
    }

    private static bool Precedes(Value left, Value right)
    {
        try
        {
            return Operators.Compare(CompareOperator.Less, left, right);
        }
        catch (TemplateException error) when (error.PythonClass == "TypeError")
        {
            return string.CompareOrdinal(left.TypeName, right.TypeName) < 0;
        }
    }
}
