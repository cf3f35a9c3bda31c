using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filters that give the value itself, or another one in its place.</summary>
internal static class ValueFilters
{
    private static readonly Filter Default = FilterSet.Define("default(default_value='', boolean=False)",
        (c, a) => c.Input.IsUndefined || (a[1].IsTrue && !c.Input.IsTrue) ? a[0] : c.Input);

    public static Filter[] All { get; } =
    [
        Default,
        FilterSet.Alias("d", Default),
        FilterSet.Define("attr(name)", (c, a) => Attribute(c, a)),
        FilterSet.Define("as_text()", (c, _) => c.Input),
        FilterSet.Define("as_bool()", (c, _) => c.Input),
        FilterSet.Define("as_native()", (c, _) => c.Input),
        FilterSet.Define("as_number()", (c, _) => c.Input),
        FilterSet.Define("is_list()", (c, _) => Value.Of(c.Input is ListValue)),
    ];

    private static Value Attribute(FilterCall call, BoundArguments arguments)
    {
        if (arguments[0] is not StringValue name)
        {
            throw TemplateException.TypeError("attribute name must be string");
        }

        return Lookup.AttributeOnly(call.Input, name.Text, call.Environment.Mode) ?? UndefinedValue.Attribute(call.Input, name.Text, call.Environment.Mode);
    }
}
