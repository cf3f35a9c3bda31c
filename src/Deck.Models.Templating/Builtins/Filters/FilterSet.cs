using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>Shapes that filters are written in.</summary>
internal static class FilterSet
{
    /// <summary>A filter from its signature (without the value it is applied to) and its body.</summary>
    public static Filter Define(string signature, Func<FilterCall, BoundArguments, Value> body)
    {
        Signature parsed = Signature.Parse(signature);
        return new Filter(parsed.Name, call => body(call, parsed.Bind(call.Arguments)));
    }

    public static Filter Alias(string name, Filter filter) => new(name, filter.Apply);

    /// <summary>markupsafe's `soft_str`: a str as it is, Markup included, anything else as its text.</summary>
    public static StringValue Soft(Value value) => value as StringValue ?? new StringValue(value.ToText());

    /// <summary>Calls a method of str on the input's text; Markup answers with its own.</summary>
    public static Value CallText(FilterCall call, string method, params Value[] arguments) =>
        Soft(call.Input).GetAttribute(method) is Value found
            ? found.Call(Arguments.Of(arguments))
            : throw new TemplateException("AttributeError", $"'str' object has no attribute '{method}'");

    /// <summary>Python's AttributeError, or UndefinedError where the value is missing altogether.</summary>
    public static TemplateException NoAttribute(Value value, string name) =>
        (value as UndefinedValue)?.Failure() ?? new TemplateException("AttributeError", $"'{value.TypeName}' object has no attribute '{name}'");

    /// <summary>What `value.items()` gives; dbt's chaining Undefined gives itself, which has no elements.</summary>
    public static Value Items(Value value) =>
        value is UndefinedValue { Chains: true } ? value
        : !value.IsUndefined && value.GetAttribute("items") is Value items ? items.Call(Arguments.None)
        : throw NoAttribute(value, "items");

    public static TemplateException ArgumentError(string message) => new("FilterArgumentError", message);
}
