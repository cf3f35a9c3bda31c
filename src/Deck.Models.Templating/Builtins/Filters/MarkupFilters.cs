using System.Buffers;
using System.Text;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filters about HTML, URLs and JSON.</summary>
internal static class MarkupFilters
{
    private static readonly SearchValues<char> EndsName = SearchValues.Create(" \t\n\r\f\v/>=");

    private static readonly Filter EscapeFilter = FilterSet.Define("escape()", (c, _) => Html.Escape(c.Input));

    public static Filter[] All { get; } =
    [
        EscapeFilter,
        FilterSet.Alias("e", EscapeFilter),
        FilterSet.Define("forceescape()", (c, _) => StringValue.Markup(Html.Escape(c.Input.ToText()))),
        FilterSet.Define("safe()", (c, _) => StringValue.Markup(c.Input.ToText())),
        FilterSet.Define("striptags()", (c, _) => Value.Of(Html.StripTags(c.Input.ToText()))),
        FilterSet.Define("urlencode()", (c, _) => Value.Of(UrlEncode(c.Input))),
        FilterSet.Define("urlize(trim_url_limit=None, nofollow=False, target=None, rel=None, extra_schemes=None)", UrlizeFilter.Apply),
        FilterSet.Define("xmlattr(autospace=True)", (c, a) => EscapedText.Of(XmlAttributes(c.Input, a[0].IsTrue), c.Environment)),
        FilterSet.Define("tojson(indent=None)", (c, a) => StringValue.Markup(SafeJson(c.Input, a[0]))),
    ];

    /// <summary>Percent-encodes UTF-8; in a query string a blank is `+` and a slash is encoded too.</summary>
    internal static string Quote(Value value, bool inQuery)
    {
        var quoted = new StringBuilder();
        foreach (byte unit in Encoding.UTF8.GetBytes(value.ToText()))
        {
            char letter = (char)unit;
            _ = char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.' or '-' or '~' || (letter == '/' && !inQuery) ? quoted.Append(letter)
                : letter == ' ' && inQuery ? quoted.Append('+')
                : quoted.Append('%').Append(unit.ToString("X2"));
        }

        return quoted.ToString();
    }

    private static string UrlEncode(Value value)
    {
        if (value is StringValue || value.Iterate() is null)
        {
            return Quote(value, false);
        }

        Value items = value is DictValue dict ? new DictViewValue(dict, DictViewKind.Items) : value;
        var pairs = new List<string>();
        foreach (Value item in Sequences.Enumerate(items))
        {
            Value[] pair = Operators.Unpack(item, 2);
            pairs.Add($"{Quote(pair[0], true)}={Quote(pair[1], true)}");
        }

        return string.Join('&', pairs);
    }

    private static string XmlAttributes(Value value, bool autospace)
    {
        var attributes = new List<string>();
        foreach (Value item in Sequences.ToList(FilterSet.Items(value)))
        {
            Value[] pair = Operators.Unpack(item, 2);
            (Value key, Value content) = (pair[0], pair[1]);
            if (content.IsNone || content.IsUndefined)
            {
                continue;
            }

            if (key is not StringValue name)
            {
                throw TemplateException.TypeError("expected string or bytes-like object");
            }

            if (name.Text.AsSpan().ContainsAny(EndsName))
            {
                throw TemplateException.ValueError($"Invalid character in attribute name: {name.Repr()}");
            }

            attributes.Add($"{Html.Escape(key).Text}=\"{Html.Escape(content).Text}\"");
        }

        string joined = string.Join(' ', attributes);
        return autospace && joined.Length > 0 ? " " + joined : joined;
    }

    /// <summary>JSON with sorted keys in which HTML finds nothing to read.</summary>
    private static string SafeJson(Value value, Value indent) =>
        JsonWriter.Write(value, true, value is StringValue ? null : JsonWriter.Indent(indent))
            .Replace("<", "\\u003c", StringComparison.Ordinal)
            .Replace(">", "\\u003e", StringComparison.Ordinal)
            .Replace("&", "\\u0026", StringComparison.Ordinal)
            .Replace("'", "\\u0027", StringComparison.Ordinal);
}
