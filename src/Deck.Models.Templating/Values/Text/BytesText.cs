namespace Deck.Models.Templating.Values;

/// <summary>
/// Bytes as a text in which the methods of str find what those of bytes find: ASCII as it is, and a letter of no meaning
/// (of Unicode's private area) for each other byte, and for those that are blank, or end a line, in a str only.
/// </summary>
internal static class BytesText
{
    private const char Private = '\uE000';

    /// <param name="bytes">The bytes.</param>
    /// <param name="forLines">True where vertical tabs and form feeds, which are blank, are not to end a line.</param>
    public static StringValue Of(BytesValue bytes, bool forLines = false) => new(string.Create(bytes.Content.Length, (bytes, forLines), static (units, given) =>
    {
        for (int i = 0; i < units.Length; i++)
        {
            byte unit = given.bytes.Content[i];
            bool isPlain = unit is < 0x80 and not (>= 0x1C and <= 0x1F) && !(given.forLines && unit is 0x0B or 0x0C);
            units[i] = isPlain ? (char)unit : (char)(Private + unit);
        }
    }));

    /// <summary>What a method of str gives for such texts, as bytes again.</summary>
    public static Value Back(Value result) =>
        result switch
        {
            StringValue text => new BytesValue([.. text.Text.Select(unit => (byte)unit)]),
            ListValue list => new ListValue(list.Elements.Select(Back)),
            TupleValue tuple => TupleValue.Own([.. tuple.Items.Select(Back)]),
            _ => result,
        };

    /// <summary>An int as one byte.</summary>
    public static byte Byte(IntegerValue unit) =>
        unit.Clamped is >= 0 and <= 255 ? (byte)unit.Clamped : throw TemplateException.ValueError("byte must be in range(0, 256)");

    /// <summary>The bytes of an argument.</summary>
    public static BytesValue Demand(Value value) =>
        value as BytesValue ?? throw TemplateException.TypeError($"a bytes-like object is required, not '{value.TypeName}'");
}
