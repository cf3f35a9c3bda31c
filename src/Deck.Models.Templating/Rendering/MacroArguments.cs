using Deck.Models.Templating.Syntax;
using Deck.Models.Templating.Syntax.Expressions;
using Deck.Models.Templating.Syntax.Statements;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Binds a call's arguments to a macro's parameters, with Jinja's rules and messages.</summary>
internal static class MacroArguments
{
    /// <summary>Evaluates the arguments of a call straight into the slots of the macro's frame where they are as simple as most are.</summary>
    public static void Evaluate(MacroDefinition macro, CallExpression call, Frame caller, Frame frame)
    {
        ReadOnlySpan<Expression> positional = call.Arguments.Positional;
        if (!call.Arguments.IsPositional || positional.Length > macro.Parameters.Length || macro.KwargsSlot is not null || macro.VarargsSlot is not null)
        {
            Arguments arguments = call.Arguments.Evaluate(caller);
            caller.Session.Place = call;
            Match(macro, arguments, frame);
            return;
        }

        for (int i = 0; i < positional.Length; i++)
        {
            frame.Slots[macro.ParameterSlots[i]] = positional[i].Evaluate(caller);
        }

        caller.Session.Place = call;
        BindCaller(macro, frame);
    }

    /// <summary>Puts the arguments, the extra ones and the caller into their slots; those of missing ones stay empty.</summary>
    public static void Match(MacroDefinition macro, Arguments arguments, Frame frame)
    {
        ReadOnlySpan<int> slots = macro.ParameterSlots;
        int positional = Math.Min(slots.Length, arguments.Positional.Length);
        for (int i = 0; i < positional; i++)
        {
            frame.Slots[slots[i]] = arguments.Positional[i];
        }

        List<KeyValuePair<string, Value>>? rest = MatchNamed(macro, arguments, frame);
        BindRest(macro, arguments, rest, frame);
        BindCaller(macro, frame);
    }

    private static void BindCaller(MacroDefinition macro, Frame frame)
    {
        if (macro.CallerSlot is int slot)
        {
            frame.Slots[slot] ??= new UndefinedValue("caller", "No caller defined", frame.Instance.Chains);
        }
    }

    /// <summary>Keywords go to the parameters that have no value yet, or to the caller; the others are the result.</summary>
    private static List<KeyValuePair<string, Value>>? MatchNamed(MacroDefinition macro, Arguments arguments, Frame frame)
    {
        List<KeyValuePair<string, Value>>? rest = null;
        foreach (KeyValuePair<string, Value> named in arguments.Named)
        {
            int index = IndexOf(macro.Parameters, named.Key, arguments.Positional.Length);
            if (index >= 0)
            {
                frame.Slots[macro.ParameterSlots[index]] = named.Value;
            }
            else if (named.Key == "caller" && macro.CallerSlot is int slot)
            {
                frame.Slots[slot] = named.Value;
            }
            else
            {
                (rest ??= []).Add(named);
            }
        }

        return rest;
    }

    private static int IndexOf(ReadOnlySpan<MacroParameter> parameters, string name, int from)
    {
        for (int i = from; i < parameters.Length; i++)
        {
            if (parameters[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

    private static void BindRest(MacroDefinition macro, Arguments arguments, List<KeyValuePair<string, Value>>? rest, Frame frame)
    {
        if (macro.KwargsSlot is int kwargs)
        {
            frame.Slots[kwargs] = new DictValue(rest ?? []);
        }
        else if (rest is not null)
        {
            throw rest.Exists(r => r.Key == "caller") ? UnusedCaller(macro) : UnknownKeyword(macro, rest[0].Key);
        }

        int count = macro.Parameters.Length;
        if (macro.VarargsSlot is int varargs)
        {
            frame.Slots[varargs] = new TupleValue(arguments.Positional.Length > count ? [.. arguments.Positional[count..]] : []);
        }
        else if (arguments.Positional.Length > count)
        {
            throw new TemplateException("TypeError", $"macro '{macro.Name}' takes at most {count} {(count == 1 ? "argument" : "arguments")}") { Hint = ParametersOf(macro) };
        }
    }

    private static TemplateException UnusedCaller(MacroDefinition macro) =>
        new("TypeError", $"macro '{macro.Name}' takes no 'call' block") { Hint = "a `call` block needs a macro that calls `caller()`" };

    private static TemplateException UnknownKeyword(MacroDefinition macro, string name) =>
        new("TypeError", $"macro '{macro.Name}' takes no keyword argument '{name}'")
        {
            Hint = Spelling.DidYouMean(name, macro.Describe().Select(p => p.Name)) ?? ParametersOf(macro),
            Keyword = name,
        };

    private static string ParametersOf(MacroDefinition macro) => macro.Parameters.Length == 0
        ? "it has no parameters"
        : $"its parameters are {string.Join(", ", macro.Describe().Select(p => $"`{p.Name}`"))}";
}
