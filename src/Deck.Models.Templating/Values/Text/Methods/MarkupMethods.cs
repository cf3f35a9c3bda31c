using System.Collections.Frozen;

namespace Deck.Models.Templating.Values;

/// <summary>The methods in which Markup differs from str: they escape their arguments and give Markup.</summary>
internal static class MarkupMethods
{
    /// <summary>Those that escape str arguments.</summary>
    private static readonly FrozenSet<string> Escaping = FrozenSet.Create(
        "capitalize", "title", "lower", "upper", "replace", "ljust", "rjust", "lstrip", "rstrip", "center", "strip", "translate", "expandtabs",
        "swapcase", "zfill", "partition", "rpartition");

    /// <summary>Those that only mark what they give.</summary>
    private static readonly FrozenSet<string> Marking = FrozenSet.Create("split", "rsplit", "splitlines");

    private static readonly MethodTable<StringValue> Own = new(
        ("join(seq)", (s, a) => StringValue.Markup(StringSplitMethods.Join(s.Text, Value.List(Sequences.ToList(a[0]).Select(Html.Escape))))),
        ("format(*args, **kwargs)", (s, a) => StringValue.Markup(StringFormatter.Format(s, a.Rest(0), a.Extra(1)))),
        ("format_map(mapping, /)", (s, a) => StringValue.Markup(StringFormatter.Format(s, TupleValue.Empty, a[0]))),
        ("unescape()", (s, _) => new StringValue(System.Net.WebUtility.HtmlDecode(s.Text))),
        ("striptags()", (s, _) => new StringValue(Html.StripTags(s.Text))),
        ("escape(s)", (_, a) => Html.Escape(a[0])));

    public static Value? Bind(StringValue self, string name)
    {
        bool escapes = Escaping.Contains(name);
        if (!escapes && !Marking.Contains(name))
        {
            return Own.Bind(self, name);
        }

        Value? plain = StringMethods.Bind(new StringValue(self.Text), name);
        return plain is null ? null : new FunctionValue(name, arguments => Mark(plain.Call(escapes ? Escape(arguments) : arguments)));
    }

    private static Arguments Escape(Arguments arguments)
    {
        var positional = new Value[arguments.Positional.Length];
        for (int i = 0; i < positional.Length; i++)
        {
            positional[i] = Escape(arguments.Positional[i]);
        }

        var named = new KeyValuePair<string, Value>[arguments.Named.Length];
        for (int i = 0; i < named.Length; i++)
        {
            named[i] = new(arguments.Named[i].Key, Escape(arguments.Named[i].Value));
        }

        return new Arguments(positional, named);
    }

    private static Value Escape(Value argument) => argument is StringValue ? Html.Escape(argument) : argument;

    private static Value Mark(Value result) =>
        result switch
        {
            StringValue text => StringValue.Markup(text.Text),
            ListValue list => new ListValue(list.Elements.Select(Mark)),
            TupleValue tuple => TupleValue.Own([.. tuple.Items.Select(Mark)]),
            _ => result,
        };
}
