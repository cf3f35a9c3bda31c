using System.Collections.Frozen;

namespace Deck.Models.Templating.Values;

/// <summary>The methods in which Markup differs from str: they give Markup, and escape what they put in.</summary>
internal static class MarkupMethods
{
    /// <summary>Those that escape their second argument, which is put into the text.</summary>
    private static readonly FrozenSet<string> Escaping = FrozenSet.Create("replace", "ljust", "rjust", "center");

    /// <summary>Those that only mark what they give.</summary>
    private static readonly FrozenSet<string> Marking = FrozenSet.Create(
        "capitalize", "casefold", "title", "lower", "upper", "lstrip", "rstrip", "strip", "translate", "expandtabs", "swapcase",
        "zfill", "partition", "rpartition", "removeprefix", "removesuffix", "split", "rsplit", "splitlines");

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
        return plain is null ? null : new FunctionValue(name, arguments => Mark(plain.Call(escapes ? EscapeSecond(arguments) : arguments)));
    }

    private static Arguments EscapeSecond(Arguments arguments)
    {
        Value[] positional = [.. arguments.Positional];
        if (positional.Length > 1)
        {
            positional[1] = Html.Escape(positional[1]);
        }

        return new Arguments(positional, arguments.Named.ToArray());
    }

    private static Value Mark(Value result) =>
        result switch
        {
            StringValue text => StringValue.Markup(text.Text),
            ListValue list => new ListValue(list.Elements.Select(Mark)),
            TupleValue tuple => TupleValue.Own([.. tuple.Items.Select(Mark)]),
            _ => result,
        };
}
