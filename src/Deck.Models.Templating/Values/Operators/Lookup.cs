namespace Deck.Models.Templating.Values;

/// <summary>Jinja's sandboxed access to attributes, items and slices.</summary>
public static class Lookup
{
    /// <summary>`target.name`: the attribute, then the item, then Undefined. A private attribute that exists gives an Undefined whose use is a SecurityError.</summary>
    public static Value Attribute(Value target, string name, LookupMode mode) => throw new NotSupportedException();

    /// <summary>`target[key]`: the item, then (for a str key) the attribute, then Undefined.</summary>
    public static Value Item(Value target, Value key, LookupMode mode) => throw new NotSupportedException();

    /// <summary>`target[start:stop:step]`; a bound left out is null.</summary>
    public static Value Slice(Value target, Value? start, Value? stop, Value? step, LookupMode mode = LookupMode.Plain) => throw new NotSupportedException();
}
