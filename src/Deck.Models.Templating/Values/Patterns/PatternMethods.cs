using System.Text;
using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>What a pattern can do with a text: the methods of re.Pattern, and the functions of re.</summary>
internal static class PatternMethods
{
    public static MethodTable<PatternValue> Table { get; } = new MethodTable<PatternValue>(
        ("search(string, pos=0, endpos=...)", (p, a) => Search(p, Text(a[0], a), Start(a))),
        ("match(string, pos=0, endpos=...)", (p, a) => MatchStart(p, Text(a[0], a), Start(a))),
        ("fullmatch(string, pos=0, endpos=...)", (p, a) => FullMatch(p, Text(a[0], a), Start(a))),
        ("findall(string, pos=0, endpos=...)", (p, a) => FindAll(p, Text(a[0], a), Start(a))),
        ("finditer(string, pos=0, endpos=...)", (p, a) => FindEach(p, Text(a[0], a), Start(a))),
        ("split(string, maxsplit=0)", (p, a) => Split(p, Text(a[0]), a.Integer(1))),
        ("sub(repl, string, count=0)", (p, a) => Value.Of(Substitute(p, a[0], Text(a[1]), a.Integer(2)).Text)),
        ("subn(repl, string, count=0)", (p, a) => CountedSubstitute(p, a[0], Text(a[1]), a.Integer(2))))
        .WithProperties(
            ("pattern", p => Value.Of(p.Source)),
            ("flags", p => Value.Of(p.Flags | RegexFlags.Unicode)),
            ("groups", p => Value.Of(p.GroupCount)),
            ("groupindex", GroupIndex));

    /// <summary>The subject of a match: str only, as in Python.</summary>
    public static string Text(Value value) =>
        value is StringValue text ? text.Text : throw TemplateException.TypeError($"expected string or bytes-like object, got '{value.TypeName}'");

    public static Value Search(PatternValue pattern, string text, int start = 0) => Result(pattern, text, pattern.For(text).Search(text, start));

    public static Value MatchStart(PatternValue pattern, string text, int start = 0) => Result(pattern, text, pattern.For(text).MatchStart(text, start));

    public static Value FullMatch(PatternValue pattern, string text, int start = 0) => Result(pattern, text, pattern.For(text).MatchWhole(text, start));

    public static Value FindAll(PatternValue pattern, string text, int start = 0) =>
        new ListValue(All(pattern, text, start).Select(match => Found(pattern, match)));

    public static Value FindEach(PatternValue pattern, string text, int start = 0) =>
        new IteratorValue("callable_iterator", All(pattern, text, start).Select(match => (Value)new MatchValue(pattern, text, match)).GetEnumerator());

    public static Value Split(PatternValue pattern, string text, long limit)
    {
        var pieces = new List<Value>();
        int from = 0;
        foreach (Match match in All(pattern, text))
        {
            if (limit > 0 && pieces.Count / (pattern.GroupCount + 1) >= limit)
            {
                break;
            }

            pieces.Add(Value.Of(text[from..match.Index]));
            foreach (int number in Enumerable.Range(1, pattern.GroupCount))
            {
                pieces.Add(match.Groups[number].Success ? Value.Of(match.Groups[number].Value) : Value.None);
            }

            from = match.Index + match.Length;
        }

        pieces.Add(Value.Of(text[from..]));
        return ListValue.Own(pieces);
    }

    public static (string Text, int Count) Substitute(PatternValue pattern, Value by, string text, long limit)
    {
        bool calls = by.IsCallable && by is not StringValue;
        if (!calls)
        {
            // A mistake in the replacement counts even where nothing matches.
            ReplacementTemplate.Expand(Text(by), pattern, Match.Empty);
        }

        var result = new StringBuilder();
        int from = 0;
        int count = 0;
        foreach (Match match in All(pattern, text))
        {
            if (limit > 0 && count == limit)
            {
                break;
            }

            result.Append(text, from, match.Index - from);
            result.Append(calls
                ? StringMethods.Demand(by.Call(Arguments.Of(new MatchValue(pattern, text, match))), "expected str instance")
                : ReplacementTemplate.Expand(Text(by), pattern, match));
            from = match.Index + match.Length;
            count++;
        }

        return (result.Append(text, from, text.Length - from).ToString(), count);
    }

    private static TupleValue CountedSubstitute(PatternValue pattern, Value by, string text, long limit)
    {
        (string result, int count) = Substitute(pattern, by, text, limit);
        return Value.Tuple(Value.Of(result), Value.Of(count));
    }

    /// <summary>The subject up to the argument `endpos`.</summary>
    private static string Text(Value value, BoundArguments arguments)
    {
        string text = Text(value);
        return arguments.Find(2) is null ? text : text[..CodePoints.UnitOf(text, (int)Math.Clamp(arguments.Integer(2), 0, text.Length))];
    }

    /// <summary>Where the argument `pos` says to begin.</summary>
    private static int Start(BoundArguments arguments) =>
        arguments[0] is StringValue text ? CodePoints.UnitOf(text.Text, (int)Math.Clamp(arguments.Integer(1), 0, int.MaxValue)) : 0;

    private static Value Result(PatternValue pattern, string text, Match match) => match.Success ? new MatchValue(pattern, text, match) : Value.None;

    private static IEnumerable<Match> All(PatternValue pattern, string text, int start = 0) => pattern.For(text).All(text, start);

    /// <summary>`findall` gives the match, its only group, or a tuple of its groups.</summary>
    private static Value Found(PatternValue pattern, Match match) =>
        pattern.GroupCount switch
        {
            0 => Value.Of(match.Value),
            1 => Value.Of(match.Groups[1].Value),
            _ => TupleValue.Own([.. Enumerable.Range(1, pattern.GroupCount).Select(number => Value.Of(match.Groups[number].Value))]),
        };

    private static DictValue GroupIndex(PatternValue pattern) =>
        new(pattern.GroupNames.Select(group => KeyValuePair.Create(group.Key, Value.Of(group.Value))));
}
