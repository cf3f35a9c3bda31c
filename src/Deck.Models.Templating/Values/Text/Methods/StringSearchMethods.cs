using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The methods of str that look for a part of it, or replace one.</summary>
internal static class StringSearchMethods
{
    private const string Range = "start=None, end=None, /)";

    public static (string Signature, Func<StringValue, BoundArguments, Value> Body)[] All { get; } =
    [
        ("find(sub, " + Range, (s, a) => Value.Of(Find(s, a, false))),
        ("rfind(sub, " + Range, (s, a) => Value.Of(Find(s, a, true))),
        ("index(sub, " + Range, (s, a) => Index(Find(s, a, false))),
        ("rindex(sub, " + Range, (s, a) => Index(Find(s, a, true))),
        ("count(sub, " + Range, Count),
        ("startswith(prefix, " + Range, (s, a) => Value.Of(HasAffix(s, a, "startswith"))),
        ("endswith(suffix, " + Range, (s, a) => Value.Of(HasAffix(s, a, "endswith"))),
        ("replace(old, new, count=-1, /)", Replace),
        ("removeprefix(prefix, /)", (s, a) => Remove(s, StringMethods.Demand(a[0], "removeprefix() argument must be str"), true)),
        ("removesuffix(suffix, /)", (s, a) => Remove(s, StringMethods.Demand(a[0], "removesuffix() argument must be str"), false)),
        ("__contains__(sub, /)", (s, a) => Value.Of(s.ContainsItem(a[0]) == true)),
    ];

    /// <summary>Replaces at most <paramref name="limit"/> occurrences, all where negative; an empty part stands between all code points.</summary>
    public static string Replace(string text, string old, string by, long limit)
    {
        if (limit == 0)
        {
            return text;
        }

        if (old.Length > 0 && limit < 0 && by.Length <= old.Length)
        {
            return text.Replace(old, by, StringComparison.Ordinal);
        }

        return old.Length == 0 ? Interleave(text, by, limit) : ReplaceSome(text, old, by, limit);
    }

    private static string ReplaceSome(string text, string old, string by, long limit)
    {
        var replaced = new StringBuilder(text.Length);
        int from = 0;
        for (; limit != 0 && text.IndexOf(old, from, StringComparison.Ordinal) is int at and >= 0; limit--)
        {
            replaced.Append(text, from, at - from).AppendBounded(by);
            from = at + old.Length;
        }

        return replaced.Append(text, from, text.Length - from).ToString();
    }

    private static string Interleave(string text, string by, long limit)
    {
        var replaced = new StringBuilder(text.Length + by.Length);
        foreach (int point in CodePoints.Of(text))
        {
            if (limit != 0)
            {
                replaced.AppendBounded(by);
                limit--;
            }

            CodePoints.Append(replaced, point);
        }

        return limit != 0 ? replaced.Append(by).ToString() : replaced.ToString();
    }

    private static StringValue Replace(StringValue text, BoundArguments arguments) =>
        new(Replace(text.Text, StringMethods.Demand(arguments[0], "replace() argument 1 must be str"),
            StringMethods.Demand(arguments[1], "replace() argument 2 must be str"), arguments.Integer(2)));

    /// <summary>The part that the optional bounds at places 1 and 2 leave, and where it starts; null where they leave nothing, not even an empty part.</summary>
    private static (string Part, int Start)? Window(StringValue text, BoundArguments arguments)
    {
        int start = Bound(arguments[1], 0, text.PointCount);
        int end = Bound(arguments[2], text.PointCount, text.PointCount);
        if (start > end || (!arguments[1].IsNone && arguments.Integer(1) > text.PointCount))
        {
            return null;
        }

        return start == 0 && end == text.PointCount
            ? (text.Text, 0)
            : (((StringValue)text.GetSlice(new SliceBounds(start, end, 1))).Text, start);
    }

    private static int Bound(Value bound, int fallback, int count)
    {
        if (bound.IsNone)
        {
            return fallback;
        }

        return IntegerValue.TryFrom(bound, out IntegerValue? index)
            ? (int)Math.Clamp(index.Clamped < 0 ? index.Clamped + count : index.Clamped, 0, count)
            : throw TemplateException.TypeError("slice indices must be integers or None or have an __index__ method");
    }

    private static long Find(StringValue text, BoundArguments arguments, bool last)
    {
        string part = StringMethods.Demand(arguments[0], "must be str");
        if (Window(text, arguments) is not (string window, int start))
        {
            return -1;
        }

        int unit = last ? window.LastIndexOf(part, StringComparison.Ordinal) : window.IndexOf(part, StringComparison.Ordinal);
        // An empty part is found last behind the last unit.
        unit = last && part.Length == 0 ? window.Length : unit;
        return unit < 0 ? -1 : start + CodePoints.Count(window[..unit]);
    }

    private static Value Index(long found) => found >= 0 ? Value.Of(found) : throw TemplateException.ValueError("substring not found");

    private static Value Count(StringValue text, BoundArguments arguments)
    {
        string part = StringMethods.Demand(arguments[0], "must be str");
        if (Window(text, arguments) is not (string window, _))
        {
            return IntegerValue.Zero;
        }

        if (part.Length == 0)
        {
            return Value.Of(CodePoints.Count(window) + 1);
        }

        int count = 0;
        for (int at = window.IndexOf(part, StringComparison.Ordinal); at >= 0; at = window.IndexOf(part, at + part.Length, StringComparison.Ordinal))
        {
            count++;
        }

        return Value.Of(count);
    }

    private static bool HasAffix(StringValue text, BoundArguments arguments, string method)
    {
        (string Part, int Start)? window = Window(text, arguments);
        if (arguments[0] is StringValue single)
        {
            return Matches(window?.Part, single.Text, method);
        }

        if (arguments[0] is not TupleValue tuple)
        {
            throw TemplateException.TypeError($"{method} first arg must be str or a tuple of str, not {arguments[0].TypeName}");
        }

        foreach (Value item in tuple.Items)
        {
            if (Matches(window?.Part, StringMethods.Demand(item, $"tuple for {method} must only contain str"), method))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string? window, string affix, string method) =>
        window is not null && (method == "startswith" ? window.StartsWith(affix, StringComparison.Ordinal) : window.EndsWith(affix, StringComparison.Ordinal));

    private static StringValue Remove(StringValue text, string affix, bool front) =>
        front ? (text.Text.StartsWith(affix, StringComparison.Ordinal) ? new StringValue(text.Text[affix.Length..]) : text)
        : text.Text.EndsWith(affix, StringComparison.Ordinal) ? new StringValue(text.Text[..^affix.Length])
        : text;
}
