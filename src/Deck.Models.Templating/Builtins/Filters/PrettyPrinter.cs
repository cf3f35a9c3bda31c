using System.Text;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>Python's `pprint`: the repr with sorted keys, one element a line where it is wider than the page.</summary>
internal sealed class PrettyPrinter
{
    private const int PageWidth = 80;

    /// <summary>Longer texts are written anew where a container stands in several places.</summary>
    private const int LongestRemembered = 1 << 16;

    private readonly StringBuilder page = new();
    private readonly Dictionary<Value, string> known = new(ReferenceEqualityComparer.Instance);

    private PrettyPrinter()
    {
    }

    public static string Print(Value value)
    {
        var printer = new PrettyPrinter();
        printer.Write(value, 0, 0);
        return printer.page.ToString();
    }

    private void Write(Value value, int indent, int allowance)
    {
        string flat = Flat(value);
        if (flat.Length <= PageWidth - indent - allowance || value is not (ListValue or TupleValue or DictValue) || value.Length == 0)
        {
            page.AppendBounded(flat);
            return;
        }

        switch (value)
        {
            case DictValue dict:
                WriteDict(dict, indent, allowance);
                break;
            case ListValue list:
                WriteItems(("[", "]"), list.Elements, (indent, allowance));
                break;
            case TupleValue tuple:
                WriteItems(("(", tuple.Items.Length == 1 ? ",)" : ")"), tuple.Items, (indent, allowance));
                break;
        }
    }

    private void WriteDict(DictValue dict, int indent, int allowance)
    {
        page.Append('{');
        int left = dict.Table.Count;
        foreach ((Value key, Value item) in Sorted(dict))
        {
            string name = Flat(key);
            page.Append(name).Append(": ");
            Write(item, indent + 1 + name.Length + 2, --left > 0 ? 1 : allowance + 1);
            page.Append(left > 0 ? ",\n" + new string(' ', indent + 1) : "}");
        }
    }

    private void WriteItems((string Open, string Close) brackets, IReadOnlyList<Value> items, (int Indent, int Allowance) place)
    {
        page.Append(brackets.Open);
        for (int i = 0; i < items.Count; i++)
        {
            bool last = i == items.Count - 1;
            Write(items[i], place.Indent + 1, last ? place.Allowance + brackets.Close.Length : 1);
            page.Append(last ? brackets.Close : ",\n" + new string(' ', place.Indent + 1));
        }
    }

    private string Flat(Value value)
    {
        SequenceLimits.DemandStack();
        if (known.TryGetValue(value, out string? text))
        {
            return text;
        }

        text = value switch
        {
            DictValue dict => Flat("{", Sorted(dict).Select(e => $"{Flat(e.Key)}: {Flat(e.Value)}"), "}"),
            ListValue list => Flat("[", list.Elements.Select(Flat), "]"),
            TupleValue { Items.Length: not 1 } tuple => Flat("(", tuple.Items.Select(Flat), ")"),
            _ => value.Repr(),
        };
        if (value is ListValue or TupleValue or DictValue && text.Length <= LongestRemembered)
        {
            known[value] = text;
        }

        return text;
    }

    private static string Flat(string open, IEnumerable<string> items, string close)
    {
        var text = new StringBuilder(open);
        foreach (string item in items)
        {
            text.Append(text.Length == open.Length ? "" : ", ").AppendBounded(item);
        }

        return text.Append(close).ToString();
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
