namespace Deck.Models.Templating.Values;

/// <summary>The methods of dict. They hide keys of the same name from `d.name`.</summary>
internal static class DictMethods
{
    public static MethodTable<DictValue> Table { get; } = new(
        ("get(key, default=None, /)", (d, a) => d.Table.TryGetValue(a[0], out Value? value) ? value : a[1]),
        ("keys()", (d, _) => new DictViewValue(d, DictViewKind.Keys)),
        ("values()", (d, _) => new DictViewValue(d, DictViewKind.Values)),
        ("items()", (d, _) => new DictViewValue(d, DictViewKind.Items)),
        ("update(other=..., /, **entries)", UpdateWith),
        ("pop(key, default=..., /)", Pop),
        ("popitem()", (d, _) => PopLast(d)),
        ("setdefault(key, default=None, /)", SetDefault),
        ("clear()", (d, _) => Clear(d)),
        ("copy()", (d, _) => d.Copy()),
        ("fromkeys(iterable, value=None, /)", (_, a) => FromKeys(a[0], a[1])));

    /// <summary>Adds the entries of a mapping or of pairs.</summary>
    public static void Update(DictValue dict, Value source)
    {
        switch (source)
        {
            case DictValue other:
                foreach ((Value key, Value value) in other.Copy().Table)
                {
                    dict.Table[key] = value;
                }

                break;
            case UndefinedValue { Chains: false } undefined:
                throw undefined.Failure();
            case Value mapping when mapping.GetAttribute("keys") is Value keys:
                foreach (Value key in Sequences.ToList(keys.Call(Arguments.None)))
                {
                    dict.Table[key] = mapping.GetItem(key) ?? throw KeyError(key);
                }

                break;
            default:
                AddPairs(dict, source);
                break;
        }
    }

    public static TemplateException KeyError(Value key) => new("KeyError", key.Repr());

    private static void AddPairs(DictValue dict, Value source)
    {
        int index = 0;
        foreach (Value item in Sequences.ToList(source))
        {
            if (item.Iterate() is null)
            {
                throw TemplateException.TypeError($"cannot convert dictionary update sequence element #{index} to a sequence");
            }

            List<Value> pair = Sequences.ToList(item);
            if (pair.Count != 2)
            {
                throw TemplateException.ValueError($"dictionary update sequence element #{index} has length {pair.Count}; 2 is required");
            }

            dict.Table[pair[0]] = pair[1];
            index++;
        }
    }

    private static Value UpdateWith(DictValue dict, BoundArguments arguments)
    {
        if (arguments.Find(0) is Value other)
        {
            Update(dict, other);
        }

        Update(dict, arguments.Extra(1));
        return Value.None;
    }

    private static Value Pop(DictValue dict, BoundArguments arguments) =>
        dict.IsTrue && dict.Table.Remove(arguments[0], out Value? value) ? value : arguments.Find(1) ?? throw KeyError(arguments[0]);

    private static TupleValue PopLast(DictValue dict)
    {
        if (!dict.IsTrue)
        {
            throw new TemplateException("KeyError", "'popitem(): dictionary is empty'");
        }

        (Value key, Value value) = dict.Table.GetAt(dict.Table.Count - 1);
        dict.Table.RemoveAt(dict.Table.Count - 1);
        return Value.Tuple(key, value);
    }

    private static Value SetDefault(DictValue dict, BoundArguments arguments)
    {
        if (!dict.Table.TryGetValue(arguments[0], out Value? value))
        {
            value = arguments[1];
            dict.Table[arguments[0]] = value;
        }

        return value;
    }

    private static Value Clear(DictValue dict)
    {
        dict.Table.Clear();
        return Value.None;
    }

    private static DictValue FromKeys(Value keys, Value value)
    {
        var dict = new DictValue();
        foreach (Value key in Sequences.ToList(keys))
        {
            dict.Table[key] = value;
        }

        return dict;
    }
}
