namespace Deck.Models.Templating.Values;

/// <summary>`format` of str.</summary>
internal static class TextFormat
{
    public static string Apply(StringValue value, string specification)
    {
        if (specification.Length == 0)
        {
            return value.Text;
        }

        FormatSpecification format = FormatSpecification.Parse(specification, "str", '<');
        if (format.Type is not ('\0' or 's'))
        {
            throw TemplateException.ValueError($"Unknown format code '{format.Type}' for object of type 'str'");
        }

        string? refused = format.Sign != '\0' ? (format.Sign == ' ' ? "Space not allowed in string format specifier" : "Sign not allowed in string format specifier")
            : format.IsAlternate ? "Alternate form (#) not allowed in string format specifier"
            : format.Align == '=' ? "'=' alignment not allowed in string format specifier"
            : format.Grouping != '\0' ? $"Cannot specify '{format.Grouping}' with 's'."
            : format.NormalizesZero ? "Negative zero coercion (z) not allowed in string format specifier"
            : null;
        if (refused is not null)
        {
            throw TemplateException.ValueError(refused);
        }

        string text = format.Precision >= 0 && format.Precision < value.PointCount
            ? ((StringValue)value.GetSlice(new SliceBounds(null, format.Precision, 1))).Text
            : value.Text;
        return format.Pad(text, '<');
    }
}
