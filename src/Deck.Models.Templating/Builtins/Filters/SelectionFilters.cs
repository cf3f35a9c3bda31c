using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The lazy filters that apply another filter or test to each element: map, select, reject and kin.</summary>
internal static class SelectionFilters
{
    public static Filter[] All { get; } =
    [
        new("map", c => new IteratorValue("generator", Map(c))),
        new("select", c => new IteratorValue("generator", Select(c, false, true))),
        new("reject", c => new IteratorValue("generator", Select(c, false, false))),
        new("selectattr", c => new IteratorValue("generator", Select(c, true, true))),
        new("rejectattr", c => new IteratorValue("generator", Select(c, true, false))),
    ];

    private static IEnumerator<Value> Map(FilterCall call)
    {
        if (!call.Input.IsTrue)
        {
            yield break;
        }

        Func<Value, Value> apply = PrepareMap(call);
        foreach (Value item in Sequences.Enumerate(call.Input))
        {
            yield return apply(item);
        }
    }

    private static Func<Value, Value> PrepareMap(FilterCall call)
    {
        ReadOnlySpan<Value> positional = call.Arguments.Positional;
        if (positional.Length == 0 && call.Arguments.TryGetNamed("attribute", out Value? attribute))
        {
            foreach ((string name, _) in call.Arguments.Named)
            {
                if (name is not ("attribute" or "default"))
                {
                    throw FilterSet.ArgumentError($"Unexpected keyword argument {StringRepr.Of(name)}");
                }
            }

            call.Arguments.TryGetNamed("default", out Value? fallback);
            return AttributePath.Of(attribute, call.Environment.Mode, fallback).Of;
        }

        if (positional.Length == 0)
        {
            throw FilterSet.ArgumentError("map requires a filter argument");
        }

        Value wanted = positional[0];
        if (wanted is not StringValue filterName || !call.Environment.TryFindFilter(filterName.Text, out Filter? filter))
        {
            throw NotFound("filter", wanted);
        }

        var rest = new Arguments(positional[1..].ToArray(), call.Arguments.Named.ToArray());
        return item => filter.Apply(new FilterCall(item, rest, call.Environment));
    }

    private static IEnumerator<Value> Select(FilterCall call, bool byAttribute, bool wanted)
    {
        if (!call.Input.IsTrue)
        {
            yield break;
        }

        Func<Value, bool> holds = PrepareTest(call, byAttribute);
        foreach (Value item in Sequences.Enumerate(call.Input))
        {
            if (holds(item) == wanted)
            {
                yield return item;
            }
        }
    }

    private static Func<Value, bool> PrepareTest(FilterCall call, bool byAttribute)
    {
        ReadOnlySpan<Value> positional = call.Arguments.Positional;
        AttributePath? path = null;
        if (byAttribute)
        {
            if (positional.Length == 0)
            {
                throw FilterSet.ArgumentError("Missing parameter for attribute name");
            }

            path = AttributePath.Of(positional[0], call.Environment.Mode);
            positional = positional[1..];
        }

        if (positional.Length == 0)
        {
            return path is null ? item => item.IsTrue : item => path.Of(item).IsTrue;
        }

        Value wanted = positional[0];
        if (wanted is not StringValue testName || !call.Environment.TryFindTest(testName.Text, out ValueTest? test))
        {
            throw NotFound("test", wanted);
        }

        var rest = new Arguments(positional[1..].ToArray(), call.Arguments.Named.ToArray());
        return item => test.Apply(new FilterCall(path is null ? item : path.Of(item), rest, call.Environment));
    }

    private static TemplateException NotFound(string kind, Value name) => new("TemplateRuntimeError", $"No {kind} named {name.Repr()}.");
}
