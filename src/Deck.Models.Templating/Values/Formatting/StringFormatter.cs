using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>`str.format` as jinja2's sandbox runs it: fields are looked up by the sandbox's rules, missing ones are Undefined.</summary>
internal sealed class StringFormatter
{
    private const int MaxDepth = 2;

    private readonly StringValue template;
    private readonly TupleValue positional;
    private readonly Value named;
    private int next;
    private bool numbered;

    private StringFormatter(StringValue template, TupleValue positional, Value named)
    {
        this.template = template;
        this.positional = positional;
        this.named = named;
    }

    /// <summary>Formats; Markup escapes what is put into it.</summary>
    public static string Format(StringValue template, TupleValue positional, Value named) =>
        new StringFormatter(template, positional, named).Expand(template.Text, MaxDepth);

    private string Expand(string text, int depth)
    {
        if (depth < 0)
        {
            throw TemplateException.ValueError("Max string recursion exceeded");
        }

        var result = new StringBuilder(text.Length);
        for (int at = 0; at < text.Length;)
        {
            char unit = text[at];
            bool brace = unit is '{' or '}';
            bool doubled = brace && at + 1 < text.Length && text[at + 1] == unit;
            if (doubled || !brace)
            {
                result.Append(unit);
                at += doubled ? 2 : 1;
            }
            else if (unit == '}')
            {
                throw TemplateException.ValueError("Single '}' encountered in format string");
            }
            else
            {
                (string field, at) = FormatField.Take(text, at + 1);
                result.Append(Render(FormatField.Parse(field), depth));
            }
        }

        return result.ToString();
    }

    private string Render(FormatField field, int depth)
    {
        Value value = Find(field);
        value = field.Conversion switch
        {
            '\0' => value,
            's' => Value.Of(value.ToText()),
            'r' => Value.Of(value.Repr()),
            'a' => Value.Of(StringRepr.ToAscii(value.Repr())),
            _ => throw TemplateException.ValueError($"Unknown conversion specifier {field.Conversion}"),
        };
        string text = value.Format(Expand(field.Specification, depth - 1));
        return template.IsMarkup && value is not StringValue { IsMarkup: true } ? Html.Escape(text) : text;
    }

    private Value Find(FormatField field)
    {
        Value value = First(field.Name);
        foreach ((bool isAttribute, string key) in field.Path)
        {
            value = isAttribute
                ? Lookup.Attribute(value, key, LookupMode.Plain)
                : Lookup.Item(value, int.TryParse(key, out int index) && key[0] is not ('+' or '-') ? Value.Of(index) : Value.Of(key), LookupMode.Plain);
        }

        return value;
    }

    private Value First(string name)
    {
        if (name.Length == 0)
        {
            if (numbered)
            {
                throw TemplateException.ValueError("cannot switch from manual field specification to automatic field numbering");
            }

            return Positional(next++);
        }

        if (!name.AsSpan().ContainsAnyExceptInRange('0', '9') && int.TryParse(name, out int index))
        {
            numbered = next == 0 ? true : throw TemplateException.ValueError("cannot switch from manual field specification to automatic field numbering");
            return Positional(index);
        }

        return named.GetItem(Value.Of(name)) ?? throw new TemplateException("KeyError", StringRepr.Of(name));
    }

    private Value Positional(int index) =>
        index < positional.Items.Length
            ? positional.Items[index]
            : throw new TemplateException("IndexError", $"Replacement index {index} out of range for positional args tuple");
}
