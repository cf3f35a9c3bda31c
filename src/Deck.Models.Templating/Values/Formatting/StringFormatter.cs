using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>`str.format` as jinja2's sandbox runs it: fields are looked up by the sandbox's rules, missing ones are Undefined.</summary>
internal sealed class StringFormatter
{
    private const int MaxDepth = 2;

    private readonly StringValue template;
    private readonly TupleValue positional;
    private readonly Value named;
    /// <summary>The number of the next field without one; null once a field had its number written.</summary>
    private int? next = 0;

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
                at++;
                result.AppendBounded(Render(ReadField(text, ref at), depth));
            }
        }

        return result.ToString();
    }

    private static FormatField ReadField(string text, ref int at) =>
        at < text.Length ? FormatField.Read(text, ref at) : throw TemplateException.ValueError("Single '{' encountered in format string");

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
        string specification = Expand(field.Specification, depth - 1);
        if (!template.IsMarkup || value is not StringValue { IsMarkup: true })
        {
            return template.IsMarkup ? Html.Escape(value.Format(specification)) : value.Format(specification);
        }

        return specification.Length == 0 ? value.ToText() : throw TemplateException.ValueError("Unsupported format specification for Markup.");
    }

    private Value Find(FormatField field)
    {
        Value value = First(field);
        foreach ((bool isAttribute, string key) in field.Path())
        {
            value = isAttribute
                ? Lookup.Attribute(value, key, LookupMode.Plain)
                : Lookup.Item(value, int.TryParse(key, out int index) && key[0] is not ('+' or '-') ? Value.Of(index) : Value.Of(key), LookupMode.Plain);
        }

        return value;
    }

    /// <summary>The argument of a field. As in `string.Formatter`, only fields that are nothing but a number, or nothing at all, count as numbered.</summary>
    private Value First(FormatField field)
    {
        if (field.Name.Length == 0)
        {
            int place = next ?? throw TemplateException.ValueError("cannot switch from manual field specification to automatic field numbering");
            next = place + 1;
            return Positional(place);
        }

        string name = field.First;
        bool isNumber = name.Length > 0 && !name.AsSpan().ContainsAnyExceptInRange('0', '9');
        if (isNumber && name.Length == field.Name.Length)
        {
            next = next is 0 or null ? null : throw TemplateException.ValueError("cannot switch from manual field specification to automatic field numbering");
        }

        if (isNumber)
        {
            return int.TryParse(name, out int index) ? Positional(index) : throw TemplateException.ValueError("Too many decimal digits in format string");
        }

        return named.GetItem(Value.Of(name)) ?? throw (named switch
        {
            DictValue => new TemplateException("KeyError", StringRepr.Of(name)),
            UndefinedValue undefined => undefined.Failure(),
            _ => TemplateException.TypeError($"'{named.TypeName}' object is not subscriptable"),
        });
    }

    private Value Positional(int index) =>
        index < positional.Items.Length
            ? positional.Items[index]
            : throw new TemplateException("IndexError", $"Replacement index {index} out of range for positional args tuple");
}
