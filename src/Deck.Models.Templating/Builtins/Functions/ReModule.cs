using System.Collections.Concurrent;
using System.Text;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>dbt's `modules.re`.</summary>
internal static class ReModule
{
    /// <summary>Patterns compiled so far are kept up to this number, as Python keeps its own.</summary>
    private const int CacheSize = 512;

    public static DictValue Create()
    {
        var module = new DictValue(Functions(new ConcurrentDictionary<(string, long), PatternValue>()).Select(f => new KeyValuePair<string, Value>(f.Name, f)));
        (string Long, string Short, int Flag)[] flags =
        [
            ("IGNORECASE", "I", RegexFlags.IgnoreCase), ("LOCALE", "L", RegexFlags.Locale), ("MULTILINE", "M", RegexFlags.Multiline),
            ("DOTALL", "S", RegexFlags.DotAll), ("UNICODE", "U", RegexFlags.Unicode), ("VERBOSE", "X", RegexFlags.Verbose),
            ("DEBUG", "DEBUG", RegexFlags.Debug), ("ASCII", "A", RegexFlags.AsciiOnly), ("NOFLAG", "NOFLAG", 0),
        ];
        foreach ((string name, string letter, int flag) in flags)
        {
            module.Set(name, Value.Of(flag));
            module.Set(letter, Value.Of(flag));
        }

        return module;
    }

    private static FunctionValue[] Functions(ConcurrentDictionary<(string, long), PatternValue> cache) =>
    [
        FunctionValue.Of("match(pattern, string, flags=0)", a => PatternMethods.MatchStart(Pattern(cache, a, 2), PatternMethods.Text(a[1]))),
        FunctionValue.Of("search(pattern, string, flags=0)", a => PatternMethods.Search(Pattern(cache, a, 2), PatternMethods.Text(a[1]))),
        FunctionValue.Of("fullmatch(pattern, string, flags=0)", a => PatternMethods.FullMatch(Pattern(cache, a, 2), PatternMethods.Text(a[1]))),
        FunctionValue.Of("findall(pattern, string, flags=0)", a => PatternMethods.FindAll(Pattern(cache, a, 2), PatternMethods.Text(a[1]))),
        FunctionValue.Of("finditer(pattern, string, flags=0)", a => PatternMethods.FindEach(Pattern(cache, a, 2), PatternMethods.Text(a[1]))),
        FunctionValue.Of("split(pattern, string, maxsplit=0, flags=0)", a => PatternMethods.Split(Pattern(cache, a, 3), PatternMethods.Text(a[1]), a.Integer(2))),
        FunctionValue.Of("sub(pattern, repl, string, count=0, flags=0)", a => Value.Of(PatternMethods.Substitute(Pattern(cache, a, 4), a[1], PatternMethods.Text(a[2]), a.Integer(3)).Text)),
        FunctionValue.Of("subn(pattern, repl, string, count=0, flags=0)", a => Counted(PatternMethods.Substitute(Pattern(cache, a, 4), a[1], PatternMethods.Text(a[2]), a.Integer(3)))),
        FunctionValue.Of("compile(pattern, flags=0)", a => Pattern(cache, a, 1)),
        FunctionValue.Of("escape(pattern)", a => Value.Of(Escape(PatternMethods.Text(a[0])))),
        FunctionValue.Of("purge()", _ => Value.None),
    ];

    private static PatternValue Pattern(ConcurrentDictionary<(string, long), PatternValue> cache, BoundArguments arguments, int flags)
    {
        if (arguments[0] is not StringValue source)
        {
            return PatternValue.Of(arguments[0], arguments.Integer(flags));
        }

        if (cache.Count > CacheSize)
        {
            cache.Clear();
        }

        return cache.GetOrAdd((source.Text, arguments.Integer(flags)), key => PatternValue.Of(source, key.Item2));
    }

    private static TupleValue Counted((string Text, int Count) result) => Value.Tuple(Value.Of(result.Text), Value.Of(result.Count));

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (char unit in text)
        {
            _ = "()[]{}?*+-|^$\\.&~# \t\n\r\v\f".Contains(unit) ? escaped.Append('\\').Append(unit) : escaped.Append(unit);
        }

        return escaped.ToString();
    }
}
