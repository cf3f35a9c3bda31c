using Deck.Models.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The parameters of a host function, written as Python writes them, and the binding of a call's arguments to them.</summary>
/// <remarks>
/// `Signature.Parse("get(name, default=None, /, *rest, validator=None, **extra)")`. A default is a Python literal, or `...` for "absent":
/// such a parameter binds to null. Wrong calls throw Python's TypeErrors. Parameters are read at the first call.
/// </remarks>
public sealed class Signature
{
    private readonly Lazy<Parameter[]> parameters;
    private readonly Lazy<int> places;

    private Signature(string name, string parameters)
    {
        Name = name;
        this.parameters = new Lazy<Parameter[]>(() => SignatureParser.Parse(parameters));
        places = new Lazy<int>(() => Parameters.Count(p => p.Kind is ParameterKind.PositionalOnly or ParameterKind.Ordinary));
    }

    /// <summary>The name of the function.</summary>
    public string Name { get; }

    private Parameter[] Parameters => parameters.Value;

    private IEnumerable<string> Keywords => Parameters.Where(p => p.Kind is ParameterKind.Ordinary or ParameterKind.KeywordOnly).Select(p => p.Name);

    /// <summary>Reads `name(parameters)`; the parameters themselves are read at the first call.</summary>
    public static Signature Parse(string text)
    {
        int open = text.IndexOf('(');
        return open > 0 && text.EndsWith(')')
            ? new Signature(text[..open], text[(open + 1)..^1])
            : throw new ArgumentException($"no signature: {text}", nameof(text));
    }

    /// <summary>The arguments in the order of the parameters, defaults filled in.</summary>
    public BoundArguments Bind(Arguments arguments)
    {
        Parameter[] all = Parameters;
        // Every parameter filled by position, the commonest call: the array itself serves.
        if (arguments.Named.Length == 0 && arguments.Positional.Length == all.Length && places.Value == all.Length)
        {
            return new BoundArguments(arguments.PositionalArray);
        }

        var bound = new Value?[all.Length];
        FillPositional(arguments, bound);
        DictValue? extra = FillNamed(arguments, bound);
        for (int i = 0; i < all.Length; i++)
        {
            bound[i] ??= all[i].Kind switch
            {
                ParameterKind.Rest => TupleValue.Empty,
                ParameterKind.Extra => extra ?? new DictValue(),
                _ => all[i].Default,
            };
        }

        DemandRequired(bound);
        return new BoundArguments(bound);
    }

    private void FillPositional(Arguments arguments, Value?[] bound)
    {
        ReadOnlySpan<Value> given = arguments.Positional;
        int direct = Math.Min(given.Length, places.Value);
        for (int i = 0; i < direct; i++)
        {
            bound[i] = given[i];
        }

        if (given.Length == direct)
        {
            return;
        }

        int rest = Array.FindIndex(Parameters, p => p.Kind == ParameterKind.Rest);
        if (rest < 0)
        {
            throw TooMany(given.Length);
        }

        bound[rest] = TupleValue.Own(given[direct..].ToArray());
    }

    private DictValue? FillNamed(Arguments arguments, Value?[] bound)
    {
        DictValue? extra = null;
        foreach ((string name, Value value) in arguments.Named)
        {
            int index = Array.FindIndex(Parameters, p => p.Name == name && p.Kind is ParameterKind.Ordinary or ParameterKind.KeywordOnly && p.Name == name);
            if (index >= 0)
            {
                bound[index] = bound[index] is null ? value : throw TemplateException.TypeError($"{Name}() got multiple values for argument '{name}'");
            }
            else if (Array.Exists(Parameters, p => p.Kind == ParameterKind.Extra))
            {
                (extra ??= new DictValue()).Set(name, value);
            }
            else
            {
                throw UnknownKeyword(name);
            }
        }

        return extra;
    }

    private TemplateException UnknownKeyword(string name) => Parameters.Length == 0
        ? TemplateException.TypeError($"{Name}() takes no keyword arguments")
        : new TemplateException("TypeError", $"{Name}() got an unexpected keyword argument '{name}'")
        {
            Hint = Spelling.DidYouMean(name, Keywords) ?? (Keywords.Any() ? $"its parameters are {string.Join(", ", Keywords.Select(k => $"`{k}`"))}" : null),
            Keyword = name,
        };

    private void DemandRequired(Value?[] bound)
    {
        List<string>? missing = null;
        for (int i = 0; i < bound.Length; i++)
        {
            if (bound[i] is null && Parameters[i].IsRequired)
            {
                (missing ??= []).Add($"'{Parameters[i].Name}'");
            }
        }

        if (missing is not null)
        {
            string kind = Parameters.Any(p => p.IsRequired && p.Kind == ParameterKind.KeywordOnly && missing.Contains($"'{p.Name}'")) ? "keyword-only" : "positional";
            string names = missing.Count < 3 ? string.Join(" and ", missing) : $"{string.Join(", ", missing[..^1])}, and {missing[^1]}";
            throw TemplateException.TypeError($"{Name}() missing {missing.Count} required {kind} argument{(missing.Count == 1 ? "" : "s")}: {names}");
        }
    }

    private TemplateException TooMany(int given)
    {
        int least = Parameters.Count(p => p.IsRequired && p.Kind is ParameterKind.PositionalOnly or ParameterKind.Ordinary && p.IsRequired);
        string takes = least == places.Value ? $"{least}" : $"from {least} to {places.Value}";
        return TemplateException.TypeError($"{Name}() takes {takes} positional argument{(places.Value == 1 ? "" : "s")} but {given} {(given == 1 ? "was" : "were")} given");
    }
}
