using System.Text;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Tests;

/// <summary>The names that dbt makes up for a generic test: one for files and relations, one for ids.</summary>
/// <param name="Short">Under 64 characters; equals <paramref name="Full"/> where that is short enough.</param>
/// <param name="Full">The test, its target and its arguments.</param>
internal sealed record GenericTestName(string Short, string Full)
{
    private const int LongestName = 63;
    private const int KeptOfLongName = 30;
    private const int HashLength = 10;

    /// <summary>dbt's `synthesize_generic_test_names`: arguments in the order of their names, everything but letters, digits and `_` squeezed to `_`.</summary>
    /// <param name="test">The test's name with its prefixes, such as `source_not_null`.</param>
    public static GenericTestName Of(string test, string target, DictValue arguments)
    {
        IEnumerable<string> parts = Sorted(arguments)
            .Where(key => key != "model")
            .SelectMany(key => PartsOf(arguments.Entries[Value.Of(key)]))
            .Select(v => Squeeze(v.ToText()));
        string identifier = $"{test}_{target}";
        string full = $"{identifier}_{string.Join("__", parts)}";
        return full.Length <= LongestName
            ? new GenericTestName(full, full)
            : new GenericTestName($"{identifier[..Math.Min(KeptOfLongName, identifier.Length)]}_{NameHash.Of(full)}", full);
    }

    /// <summary>The last part of a test's unique id: ten digits of a hash of its name and of everything it was made from.</summary>
    public static string Hash(string name, GenericTest test)
    {
        DictValue metadata = new();
        metadata.Set("kwargs", Hashable(test.Arguments));
        metadata.Set("name", Value.Of(test.Name));
        metadata.Set("namespace", Value.Of(test.Namespace ?? "None"));
        return NameHash.Of(name + metadata.Repr())[^HashLength..];
    }

    private static IEnumerable<Value> PartsOf(Value value) => value switch
    {
        DictValue dict => dict.Entries.Select(e => e.Value),
        ListValue list => list.Items,
        TupleValue tuple => tuple.Items,
        _ => [value],
    };

    /// <summary>Python's `re.sub("[^0-9a-zA-Z_]+", "_", text)`.</summary>
    private static string Squeeze(string text)
    {
        if (text.All(IsKept))
        {
            return text;
        }

        StringBuilder squeezed = new(text.Length);
        bool gap = false;
        foreach (char c in text)
        {
            bool kept = IsKept(c);
            if (kept || !gap)
            {
                squeezed.Append(kept ? c : '_');
            }

            gap = !kept;
        }

        return squeezed.ToString();
    }

    private static bool IsKept(char c) => char.IsAsciiLetterOrDigit(c) || c == '_';

    /// <summary>Dicts with sorted keys, lists, and the text of everything else: what dbt hashes the `repr` of.</summary>
    private static Value Hashable(Value value) => value switch
    {
        DictValue dict => HashableDict(dict),
        ListValue list => Value.List(list.Items.Select(Hashable)),
        _ => Value.Of(value.ToText()),
    };

    private static DictValue HashableDict(DictValue dict)
    {
        DictValue sorted = new();
        foreach (string key in Sorted(dict))
        {
            sorted.Set(key, Hashable(dict.Entries[Value.Of(key)]));
        }

        return sorted;
    }

    private static string[] Sorted(DictValue dict) => [.. dict.Entries.Keys.Select(k => k.ToText()).Order(StringComparer.Ordinal)];
}
