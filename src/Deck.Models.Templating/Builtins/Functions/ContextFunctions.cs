using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Builtins;

/// <summary>The pure functions of dbt's context.</summary>
internal static class ContextFunctions
{
    public static FunctionValue[] All { get; } =
    [
        FunctionValue.Of("set(value, default=None)", a => TryMake(() => SetValue.From(a[0]), a[1])),
        FunctionValue.Of("set_strict(value)", a => SetValue.From(a[0])),
        FunctionValue.Of("zip(*args, default=None)", a => TryMake(() => Zip(a.Rest(0)), a[1])),
        FunctionValue.Of("zip_strict(*args)", a => Zip(a.Rest(0))),
        FunctionValue.Of("tojson(value, default=None, sort_keys=False)", a => ToJson(a)),
        FunctionValue.Of("fromjson(string, default=None)", a => FromJson(a[0], a[1])),
        FunctionValue.Of("local_md5(value)", a => Value.Of(Md5(a[0]))),
        FunctionValue.Of("diff_of_two_dicts(dict_a, dict_b)", a => Difference(a[0], a[1] as DictValue ?? throw FilterSet.NoAttribute(a[1], "items"))),
    ];

    /// <summary>dbt gives the default where Python raises TypeError.</summary>
    private static Value TryMake(Func<Value> make, Value otherwise)
    {
        try
        {
            return make();
        }
        catch (TemplateException error) when (error.PythonClass == "TypeError")
        {
            return otherwise;
        }
    }

    private static IteratorValue Zip(TupleValue iterables)
    {
        // Not lazy: a value that cannot be iterated fails at the call.
        IEnumerator<Value>[] walks = [.. iterables.Items.Select((item, i) =>
            item.Iterate() ?? throw TemplateException.TypeError($"'{item.TypeName}' object is not iterable"))];
        return new IteratorValue("zip", Zip(walks));
    }

    private static IEnumerator<Value> Zip(IEnumerator<Value>[] walks)
    {
        while (walks.Length > 0)
        {
            var items = new Value[walks.Length];
            for (int i = 0; i < walks.Length; i++)
            {
                if (!walks[i].MoveNext())
                {
                    yield break;
                }

                items[i] = walks[i].Current;
            }

            yield return TupleValue.Own(items);
        }
    }

    private static Value ToJson(BoundArguments arguments)
    {
        try
        {
            return Value.Of(JsonWriter.Write(arguments[0], arguments[2].IsTrue));
        }
        catch (TemplateException error) when (error.PythonClass == "ValueError")
        {
            return arguments[1];
        }
    }

    private static Value FromJson(Value text, Value otherwise)
    {
        if (text is not StringValue json)
        {
            throw TemplateException.TypeError($"the JSON object must be str, bytes or bytearray, not {text.TypeName}");
        }

        try
        {
            return JsonReader.Read(json.Text);
        }
        catch (TemplateException error) when (error.PythonClass == "ValueError")
        {
            return otherwise;
        }
    }

    private static string Md5(Value value) => value is StringValue text ? NameHash.Of(text.Text) : throw FilterSet.NoAttribute(value, "encode");

    /// <summary>The entries of the first dict whose values the second has not, letter case aside: dbt uses it for grants.</summary>
    private static DictValue Difference(Value first, DictValue second)
    {
        var folded = new Dictionary<string, HashSet<string>>();
        foreach ((Value key, Value values) in second.Table)
        {
            folded[Fold(key)] = [.. Sequences.ToList(values).Select(Fold)];
        }

        var difference = new DictValue();
        foreach (Value key in Sequences.Enumerate(first))
        {
            bool isKnown = folded.TryGetValue(Fold(key), out HashSet<string>? known);
            Value values = first is DictValue dict ? dict.Table[key] : throw TemplateException.TypeError($"{first.TypeName} indices must be integers");
            if (!isKnown || known is null)
            {
                difference.Table[key] = values;
                continue;
            }

            List<Value> missing = [.. Sequences.ToList(values).Where(value => !known.Contains(Fold(value)))];
            if (missing.Count > 0)
            {
                difference.Table[key] = ListValue.Own(missing);
            }
        }

        return difference;
    }

    private static string Fold(Value value) => value is StringValue text ? CaseMapping.Fold(text.Text) : throw FilterSet.NoAttribute(value, "casefold");
}
