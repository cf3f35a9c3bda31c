using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>jinja2's own global functions.</summary>
internal static class JinjaFunctions
{
    /// <summary>jinja2's sandbox allows no longer range.</summary>
    private const int MaxRange = 100_000;

    public static IReadOnlyDictionary<string, Value> All { get; } = new Dictionary<string, Value>
    {
        ["range"] = new FunctionValue("safe_range", Range),
        ["dict"] = DictClass(),
        ["namespace"] = ClassValue.Of("jinja2.utils.Namespace", "Namespace(source=..., /, **entries)", a => new NamespaceValue(Dict(a.Find(0), a.Extra(1)))),
        ["cycler"] = ClassValue.Of("jinja2.utils.Cycler", "Cycler(*items)", a => new CyclerValue(a.Rest(0))),
        ["joiner"] = ClassValue.Of("jinja2.utils.Joiner", "Joiner(sep=...)", a => Joiner(a.Find(0) ?? Value.Of(", "))),
        ["lipsum"] = FunctionValue.Of(
            "generate_lorem_ipsum(n=5, html=True, min=20, max=100)",
            a => LoremIpsum.Write((int)a.Integer(0), a[1].IsTrue, ((int)a.Integer(2), (int)a.Integer(3)))),
    };

    private static ClassValue DictClass()
    {
        Signature signature = Signature.Parse("dict(source=..., /, **entries)");
        DictValue instance = new();
        Dictionary<string, Value> members = new() { ["fromkeys"] = instance.GetAttribute("fromkeys") ?? Value.None };
        return new ClassValue("dict", Construct, members)
        {
            Instance = instance,
            IsGeneric = true,
        };

        DictValue Construct(Arguments arguments)
        {
            BoundArguments bound = signature.Bind(arguments);
            return Dict(bound.Find(0), bound.Extra(1));
        }
    }

    private static RangeValue Range(Arguments arguments)
    {
        if (arguments.Named.Length > 0)
        {
            throw TemplateException.TypeError("range() takes no keyword arguments");
        }

        if (arguments.Positional.Length is 0 or > 3)
        {
            throw TemplateException.TypeError($"range expected at {(arguments.Positional.Length == 0 ? "least 1 argument" : "most 3 arguments")}, got {arguments.Positional.Length}");
        }

        long[] bounds = [0, 0, 1];
        for (int i = 0; i < arguments.Positional.Length; i++)
        {
            Value bound = arguments.Positional[i];
            bounds[arguments.Positional.Length == 1 ? 1 : i] = IntegerValue.TryFrom(bound, out IntegerValue? integer)
                ? integer.Clamped
                : throw TemplateException.TypeError($"'{bound.TypeName}' object cannot be interpreted as an integer");
        }

        if (bounds[2] == 0)
        {
            throw TemplateException.ValueError("range() arg 3 must not be zero");
        }

        return RangeValue.Count(bounds[0], bounds[1], bounds[2]) <= MaxRange
            ? new RangeValue(bounds[0], bounds[1], bounds[2])
            : throw new TemplateException("OverflowError", $"Range too big. The sandbox blocks ranges larger than MAX_RANGE ({MaxRange}).");
    }

    private static DictValue Dict(Value? source, DictValue entries)
    {
        if (source is null)
        {
            return entries;
        }

        var dict = new DictValue();
        DictMethods.Update(dict, source);
        DictMethods.Update(dict, entries);
        return dict;
    }

    /// <summary>A function that gives nothing at its first call, and the separator ever after.</summary>
    private static FunctionValue Joiner(Value separator)
    {
        bool used = false;
        return FunctionValue.Of("joiner()", _ =>
        {
            Value result = used ? separator : StringValue.Empty;
            used = true;
            return result;
        });
    }
}
