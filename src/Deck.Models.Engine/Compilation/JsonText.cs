using System.Text;
using System.Text.Json;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation;

/// <summary>Values as JSON.</summary>
internal static class JsonText
{
    public static string Write(Value value)
    {
        StringBuilder text = new();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, Value value)
    {
        switch (value)
        {
            case DictValue dict:
                Join(text, "{}", dict.Entries, e =>
                {
                    text.Append(Quote(e.Key.ToText())).Append(": ");
                    Write(text, e.Value);
                });
                break;
            case ListValue list:
                Join(text, "[]", list.Items, item => Write(text, item));
                break;
            case BooleanValue flag:
                text.Append(flag.IsTrue ? "true" : "false");
                break;
            case IntegerValue or FloatValue or DecimalValue:
                text.Append(value.ToText());
                break;
            default:
                text.Append(value.IsNone ? "null" : Quote(value.ToText()));
                break;
        }
    }

    private static void Join<T>(StringBuilder text, string brackets, IEnumerable<T> items, Action<T> write)
    {
        text.Append(brackets[0]);
        bool first = true;
        foreach (T item in items)
        {
            text.Append(first ? "" : ", ");
            first = false;
            write(item);
        }

        text.Append(brackets[1]);
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
