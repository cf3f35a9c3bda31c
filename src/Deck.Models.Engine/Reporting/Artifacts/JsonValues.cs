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
                WriteFields(json, fields);
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

    private static void WriteFields(Utf8JsonWriter json, FieldsValue value)
    {
        json.WriteStartObject();
        foreach ((string key, Value field) in value.Fields)
        {
            json.WritePropertyName(key);
            Write(json, field);
        }

        json.WriteEndObject();
    }

    private static void WriteDict(Utf8JsonWriter json, DictValue dict)
    {
        json.WriteStartObject();
        if (dict.IsTrue)
        {
            foreach ((Value key, Value value) in dict.Entries)
            {
                json.WritePropertyName(key.ToText());
                Write(json, value);
            }
        }

        json.WriteEndObject();
    }

    private static void WriteItems(Utf8JsonWriter json, IList<Value> items)
    {
        json.WriteStartArray();
        for (int i = 0; i < items.Count; i++)
        {
            Write(json, items[i]);
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
