using System.Numerics;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Caching.Format;

/// <summary>The notation of templates' values: those that files and configs hold. Functions, undefined ones and the like have none.</summary>
internal static class ValueFormat
{
    /// <summary>What kind of value follows.</summary>
    private enum Kind
    {
        Absent,
        None,
        True,
        False,
        Integer,
        BigInteger,
        Float,
        Text,
        List,
        Tuple,
        Dict,
        Date,
    }

    public static void Write(CacheWriter writer, Value? value)
    {
        switch (value)
        {
            case null:
                Write(writer, Kind.Absent);
                break;
            case NoneValue:
                Write(writer, Kind.None);
                break;
            case BooleanValue flag:
                Write(writer, flag.IsTrue ? Kind.True : Kind.False);
                break;
            case IntegerValue integer:
                WriteInteger(writer, integer);
                break;
            case FloatValue number:
                Write(writer, Kind.Float);
                writer.Double(number.Number);
                break;
            case StringValue { IsMarkup: false } text:
                Write(writer, Kind.Text);
                writer.Text(text.Text);
                break;
            default:
                WriteLarger(writer, value);
                break;
        }
    }

    public static Value? ReadOrNull(CacheReader reader) => (Kind)reader.Number() switch
    {
        Kind.Absent => null,
        Kind.True => Value.Of(true),
        Kind.False => Value.Of(false),
        Kind.Integer => Value.Of(reader.Long()),
        Kind.BigInteger => Value.Of(new BigInteger(reader.Bytes())),
        Kind.Float => Value.Of(reader.Double()),
        Kind.Text => new StringValue(reader.Text()),
        Kind.List => new ListValue(ReadItems(reader)),
        Kind.Tuple => TupleValue.Own(ReadItems(reader)),
        Kind.Dict => ReadEntries(reader),
        Kind.Date => new DateValue(DateOnly.FromDayNumber(reader.Number())),
        _ => Value.None,
    };

    public static Value Read(CacheReader reader) => ReadOrNull(reader) ?? Value.None;

    public static DictValue ReadDict(CacheReader reader) => Read(reader) as DictValue ?? new DictValue();

    private static void Write(CacheWriter writer, Kind kind) => writer.Number((int)kind);

    private static void WriteInteger(CacheWriter writer, IntegerValue integer)
    {
        if (integer.TryGetInt64(out long value))
        {
            Write(writer, Kind.Integer);
            writer.Long(value);
            return;
        }

        Write(writer, Kind.BigInteger);
        writer.Bytes(integer.Big.ToByteArray());
    }

    private static void WriteLarger(CacheWriter writer, Value value)
    {
        switch (value)
        {
            case ListValue list:
                Write(writer, Kind.List);
                WriteItems(writer, list.Items);
                break;
            case TupleValue tuple when tuple.TypeName == "tuple":
                Write(writer, Kind.Tuple);
                WriteItems(writer, tuple.Items);
                break;
            case DictValue dict when dict.TypeName == "dict":
                WriteEntries(writer, dict);
                break;
            case DateValue date:
                Write(writer, Kind.Date);
                writer.Number(date.Day.DayNumber);
                break;
            default:
                writer.Refuse();
                break;
        }
    }

    private static void WriteItems(CacheWriter writer, IList<Value> items)
    {
        writer.Number(items.Count);
        foreach (Value item in items)
        {
            Write(writer, item);
        }
    }

    private static void WriteEntries(CacheWriter writer, DictValue dict)
    {
        Write(writer, Kind.Dict);
        writer.Number(dict.Entries.Count);
        foreach ((Value key, Value value) in dict.Entries)
        {
            Write(writer, key);
            Write(writer, value);
        }
    }

    private static Value[] ReadItems(CacheReader reader)
    {
        Value[] items = new Value[reader.Number()];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = Read(reader);
        }

        return items;
    }

    private static DictValue ReadEntries(CacheReader reader)
    {
        DictValue dict = new();
        int count = reader.Number();
        for (int i = 0; i < count; i++)
        {
            Value key = Read(reader);
            dict.Entries[key] = Read(reader);
        }

        return dict;
    }
}
