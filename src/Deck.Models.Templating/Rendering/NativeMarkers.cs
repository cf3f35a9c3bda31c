using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>dbt's filters that mark a value for native rendering.</summary>
internal static class NativeMarkers
{
    public static StringMarker ForFilter(string name) => name switch
    {
        "as_text" => StringMarker.Text,
        "as_native" => StringMarker.Native,
        "as_bool" => StringMarker.Boolean,
        "as_number" => StringMarker.Number,
        _ => StringMarker.None,
    };

    public static Value Mark(Value value, StringMarker marker) => new MarkedValue(value.ToText(), marker);

    /// <summary>What the only node of a native rendering becomes.</summary>
    public static Value Resolve(Value node)
    {
        if (node is not MarkedValue marked)
        {
            return node;
        }

        string text = marked.ToText();
        if (marked.Marker == StringMarker.Text)
        {
            return Value.Of(text);
        }

        Value result = PythonLiteral.TryParse(text, out Value? literal) ? literal : Value.Of(text);
        return marked.Marker switch
        {
            StringMarker.Boolean when result is not BooleanValue => throw NotConvertible(text, "bool"),
            StringMarker.Number when result is not (IntegerValue or FloatValue) => throw NotConvertible(text, "number"),
            _ => result,
        };
    }

    private static TemplateException NotConvertible(string text, string type) =>
        new("JinjaRenderingError", $"Could not convert value '{text}' into type '{type}'");
}
