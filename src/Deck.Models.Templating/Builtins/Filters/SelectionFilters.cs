using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The lazy filters that apply another filter or test to each element: map, select, reject and kin.</summary>
internal static class SelectionFilters
{
    public static Filter[] All { get; } =
    [
        new("map", c => new IteratorValue("generator sync_do_map", Map(c))),
        new("select", c => new IteratorValue("generator select_or_reject", Select(c, false, true))),
        new("reject", c => new IteratorValue("generator select_or_reject", Select(c, false, false))),
        new("selectattr", c => new IteratorValue("generator select_or_reject", Select(c, true, true))),
        new("rejectattr", c => new IteratorValue("generator select_or_reject", Select(c, true, false))),
    ];

    private static IEnumerator<Value> Map(FilterCall call)
    {
        if (!call.Input.IsTrue)
        {
            yield break;
        }

        Func<Value, Value> apply = PrepareMap(call);
        IEnumerator<Value> walk = Operators.Iterate(call.Input);
        while (walk.MoveNext())
        {
            yield return apply(walk.Current);
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
        var rest = new Arguments(positional[1..].ToArray(), call.Arguments.Named.ToArray());
        Filter? filter = null;
        return item => (filter ??= FindFilter(call.Environment, wanted)).Apply(new FilterCall(item, rest, call.Environment));
    }

    private static IEnumerator<Value> Select(FilterCall call, bool byAttribute, bool wanted)
    {
        if (!call.Input.IsTrue)
        {
            yield break;
        }

        Func<Value, bool> holds = PrepareTest(call, byAttribute);
        IEnumerator<Value> walk = Operators.Iterate(call.Input);
        while (walk.MoveNext())
        {
            Value item = walk.Current;
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
        var rest = new Arguments(positional[1..].ToArray(), call.Arguments.Named.ToArray());
        ValueTest? test = null;
        return item => (test ??= FindTest(call.Environment, wanted)).Apply(new FilterCall(path is null ? item : path.Of(item), rest, call.Environment));
    }

    /// <summary>Python looks the name up in a dict.</summary>
    private static TemplateException NotFound(string kind, Value name)
    {
        name.GetHashCode();
        return new TemplateException("TemplateRuntimeError", $"No {kind} named {name.Repr()}.");
    }

    /// <summary>Asked for at the first element only: over nothing, an unknown name is no error.</summary>
    private static Filter FindFilter(IFilterEnvironment environment, Value name) =>
        name is StringValue text && environment.TryFindFilter(text.Text, out Filter? filter)
            ? filter
            : throw NotFound("filter", name);

    private static ValueTest FindTest(IFilterEnvironment environment, Value name) =>
        name is StringValue text && environment.TryFindTest(text.Text, out ValueTest? test)
            ? test
            : throw NotFound("test", name);
}
