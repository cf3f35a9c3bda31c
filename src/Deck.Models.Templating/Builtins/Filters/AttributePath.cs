using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>jinja2's attribute getter of filters: a dotted path of names and numbers, looked up item first.</summary>
internal sealed class AttributePath
{
    private readonly Value[] parts;
    private readonly Value? fallback;
    private readonly LookupMode mode;

    private AttributePath(Value[] parts, Value? fallback, LookupMode mode)
    {
        this.parts = parts;
        this.fallback = fallback;
        this.mode = mode;
    }

    /// <summary>None is the empty path, which gives the value itself.</summary>
    public static AttributePath Of(Value attribute, LookupMode mode, Value? fallback = null) =>
        new(Split(attribute), fallback is null or NoneValue ? null : fallback, mode);

    /// <summary>Several paths, divided by commas.</summary>
    public static AttributePath[] List(Value attribute, LookupMode mode) =>
        attribute is StringValue text
            ? [.. text.Text.Split(',').Select(part => Of(Value.Of(part), mode))]
            : [Of(attribute, mode)];

    public Value Of(Value item)
    {
        foreach (Value part in parts)
        {
            item = Lookup.Item(item, part, mode);
            item = fallback is not null && item.IsUndefined ? fallback : item;
        }

        return item;
    }

    /// <summary>The value, lower case where it is a str and case does not matter.</summary>
    public static Value Fold(Value value, bool caseSensitive) =>
        !caseSensitive && value is StringValue text ? Value.Of(CaseMapping.Lower(text.Text)) : value;

    private static Value[] Split(Value attribute) =>
        attribute switch
        {
            NoneValue => [],
            StringValue text => [.. text.Text.Split('.').Select(Part)],
            _ => [attribute],
        };

    private static Value Part(string text) =>
        text.Length > 0 && !text.AsSpan().ContainsAnyExceptInRange('0', '9') ? Value.Of(System.Numerics.BigInteger.Parse(text)) : Value.Of(text);
}
