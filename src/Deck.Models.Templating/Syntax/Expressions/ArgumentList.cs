using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Syntax.Scopes;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>The arguments of a call, a filter or a test as written: `a, b, *more, name=value, **others`.</summary>
internal sealed class ArgumentList(Expression[] positional, NamedArgument[] named, Expression? rest, Expression? extra)
{
    public static ArgumentList Empty { get; } = new([], [], null, null);

    public ReadOnlySpan<Expression> Positional => positional;

    public ReadOnlySpan<NamedArgument> Named => named;

    /// <summary>What stands behind `*`.</summary>
    public Expression? Rest => rest;

    /// <summary>What stands behind `**`.</summary>
    public Expression? Extra => extra;

    /// <summary>True where there is nothing but positional arguments, written one by one.</summary>
    public bool IsPositional { get; } = named.Length == 0 && rest is null && extra is null;

    /// <summary>The keyword argument of a name, or null.</summary>
    public NamedArgument? Find(string name) => Array.Find(named, argument => argument.Name == name);

    /// <summary>The values, with <paramref name="caller"/> as a further keyword argument where there is one.</summary>
    public Arguments Evaluate(Frame frame, Value? caller = null)
    {
        Value[] values = TupleExpression.EvaluateAll(positional, frame);
        if (rest is not null)
        {
            values = WithRest(values, rest, frame);
        }

        if (caller is null && named.Length == 0 && extra is null)
        {
            return new Arguments(values);
        }

        return new Arguments(values, EvaluateNamed(frame, caller));
    }

    public void VisitChildren(SyntaxWalker walker)
    {
        walker.VisitAll(positional);
        foreach (NamedArgument argument in named)
        {
            walker.Visit(argument.Value);
        }

        if (rest is not null)
        {
            walker.Visit(rest);
        }

        if (extra is not null)
        {
            walker.Visit(extra);
        }
    }

    /// <summary>Reports a keyword argument that is given twice, as Python's compiler does: Jinja finds it only in what is not computed before.</summary>
    public void ReportRepeated(NameBinder binder)
    {
        for (int i = 1; i < named.Length; i++)
        {
            NamedArgument argument = named[i];
            if (Array.FindIndex(named, other => other.Name == argument.Name) < i)
            {
                binder.Report(Diagnostic.Error(
                    TemplateDiagnostics.Syntax, $"the keyword argument `{argument.Name}` is given twice", binder.LocationOf(argument.Span)));
            }
        }
    }

    /// <summary>The constant values, or null where one is not known before rendering; of two for one name the last counts.</summary>
    public Arguments? Fold()
    {
        if (rest is not null || extra is not null || Folding.All(positional) is not { } values)
        {
            return null;
        }

        OrderedDictionary<string, Value> pairs = new(named.Length);
        foreach (NamedArgument argument in named)
        {
            if (argument.Value.Fold() is not { } value)
            {
                return null;
            }

            pairs[argument.Name] = value;
        }

        return new Arguments(values, [.. pairs]);
    }

    private static Value[] WithRest(Value[] values, Expression rest, Frame frame)
    {
        Value more = rest.Evaluate(frame);
        frame.Session.Place = rest;
        if (more.Iterate() is not { } items)
        {
            throw TemplateException.TypeError($"Value after * must be an iterable, not {more.TypeName}");
        }

        List<Value> all = [.. values];
        while (items.MoveNext())
        {
            all.Add(items.Current);
        }

        return [.. all];
    }

    private KeyValuePair<string, Value>[] EvaluateNamed(Frame frame, Value? caller)
    {
        int count = named.Length + (caller is null ? 0 : 1);
        KeyValuePair<string, Value>[] pairs = new KeyValuePair<string, Value>[count];
        for (int i = 0; i < named.Length; i++)
        {
            pairs[i] = new(named[i].Name, named[i].Value.Evaluate(frame));
        }

        if (caller is not null)
        {
            pairs[^1] = new("caller", caller);
        }

        return extra is null ? pairs : WithExtra(pairs, extra, frame);
    }

    private static KeyValuePair<string, Value>[] WithExtra(KeyValuePair<string, Value>[] pairs, Expression extra, Frame frame)
    {
        Value more = extra.Evaluate(frame);
        frame.Session.Place = extra;
        if (more is not DictValue dict)
        {
            throw TemplateException.TypeError($"argument after ** must be a mapping, not {more.TypeName}");
        }

        List<KeyValuePair<string, Value>> all = [.. pairs];
        foreach ((Value key, Value value) in dict.Entries)
        {
            string name = key is StringValue text ? text.Text : throw TemplateException.TypeError("keywords must be strings");
            if (all.Exists(p => p.Key == name))
            {
                throw TemplateException.TypeError($"got multiple values for keyword argument '{name}'");
            }

            all.Add(new(name, value));
        }

        return [.. all];
    }
}
