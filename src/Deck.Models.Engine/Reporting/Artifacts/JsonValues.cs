using System.Collections.ObjectModel;
using System.Text.Encodings.Web;
using System.Text.Json;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Writes template values as JSON: what JSON has no form for becomes its text, NaN and infinities null.</summary>
internal static class JsonValues
{
    public static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value)
        {
            case DictValue dict:
                WriteDict(json, dict);
                break;
            case FieldsValue fields:
                WriteFields(json, fields.Fields);
                break;
            case ListValue list:
                WriteItems(json, list.Items);
                break;
            case TupleValue tuple:
                WriteItems(json, tuple.Items);
                break;
            case BooleanValue flag:
                json.WriteBooleanValue(flag.IsTrue);
                break;
            case IntegerValue or DecimalValue:
                json.WriteRawValue(value.ToText());
                break;
            case FloatValue number:
                WriteFloat(json, number.Number);
                break;
            default:
                WriteText(json, value);
                break;
        }
    }

    /// <summary>Entries as one object.</summary>
    private static void WriteFields(Utf8JsonWriter json, ReadOnlyCollection<KeyValuePair<string, Value>> fields)
    {
        json.WriteStartObject();
        for (int i = 0; i < fields.Count; i++)
        {
            json.WritePropertyName(fields[i].Key);
            Write(json, fields[i].Value);
        }

        json.WriteEndObject();
    }

    /// <summary>The value as a JSON text in UTF-8.</summary>
    public static byte[] ToBytes(Value value)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(json, value);
        }

        return stream.ToArray();
    }

    private static void WriteDict(Utf8JsonWriter json, DictValue dict)
    {
        json.WriteStartObject();
        foreach ((Value key, Value value) in dict.Entries)
        {
            json.WritePropertyName(key.ToText());
            Write(json, value);
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, IEnumerable<Value> items)
    {
        json.WriteStartArray();
        foreach (Value item in items)
        {
            Write(json, item);
        }

        json.WriteEndArray();
    }

    private static void WriteFloat(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteText(Utf8JsonWriter json, Value value)
    {
        if (value.IsNone || value.IsUndefined)
        {
            json.WriteNullValue();
        }
        else
        {
            json.WriteStringValue(value.ToText());
        }
    }
}
