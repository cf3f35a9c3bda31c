using System.Globalization;
using System.Runtime.CompilerServices;
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
    private const int UsualLength = 512;

    /// <summary>dbt's `synthesize_generic_test_names`: arguments in the order of their names, everything but letters, digits and `_` squeezed to `_`.</summary>
    /// <param name="test">The test's name with its prefixes, such as `source_not_null`.</param>
    public static GenericTestName Of(string test, string target, DictValue arguments)
    {
        string identifier = $"{test}_{target}";
        DefaultInterpolatedStringHandler text = Buffer(stackalloc char[UsualLength]);
        text.AppendLiteral(identifier);
        string separator = "_";
        foreach (Value part in Sorted(arguments).Where(a => a.Key.ToText() != "model").SelectMany(a => PartsOf(a.Value)))
        {
            text.AppendLiteral(separator);
            text.AppendLiteral(Squeeze(part.ToText()));
            separator = "__";
        }

        text.AppendLiteral(separator == "_" ? "_" : "");
        string full = text.ToStringAndClear();
        return full.Length <= LongestName
            ? new GenericTestName(full, full)
            : new GenericTestName($"{identifier[..Math.Min(KeptOfLongName, identifier.Length)]}_{NameHash.Of(full)}", full);
    }

    /// <summary>The last part of a test's unique id: ten digits of a hash of its name and of the `repr` of all that it was made from.</summary>
    public static string Hash(string name, GenericTest test)
    {
        DefaultInterpolatedStringHandler text = Buffer(stackalloc char[UsualLength]);
        text.AppendLiteral(name);
        text.AppendLiteral("{'kwargs': ");
        AppendHashed(ref text, test.Arguments);
        text.AppendLiteral(", 'name': ");
        AppendHashed(ref text, Value.Of(test.Name));
        text.AppendLiteral(", 'namespace': ");
        AppendHashed(ref text, Value.Of(test.Namespace));
        text.AppendLiteral("}");
        string hash = NameHash.Of(text.Text);
        text.Clear();
        return hash[^HashLength..];
    }

    private static DefaultInterpolatedStringHandler Buffer(Span<char> start) => new(0, 0, CultureInfo.InvariantCulture, start);

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

    /// <summary>The `repr` of what dbt hashes: dicts with sorted keys, lists, and the text of everything else.</summary>
    private static void AppendHashed(ref DefaultInterpolatedStringHandler text, Value value)
    {
        switch (value)
        {
            case DictValue dict:
                AppendDict(ref text, dict);
                break;
            case ListValue list:
                AppendList(ref text, list);
                break;
            default:
                text.AppendLiteral(Value.Of(value.ToText()).Repr());
                break;
        }
    }

    private static void AppendDict(ref DefaultInterpolatedStringHandler text, DictValue dict)
    {
        string before = "{";
        foreach ((Value key, Value value) in Sorted(dict))
        {
            text.AppendLiteral(before);
            AppendHashed(ref text, Value.Of(key.ToText()));
            text.AppendLiteral(": ");
            AppendHashed(ref text, value);
            before = ", ";
        }

        text.AppendLiteral(before == "{" ? "{}" : "}");
    }

    private static void AppendList(ref DefaultInterpolatedStringHandler text, ListValue list)
    {
        text.AppendLiteral("[");
        for (int i = 0; i < list.Items.Count; i++)
        {
            text.AppendLiteral(i == 0 ? "" : ", ");
            AppendHashed(ref text, list.Items[i]);
        }

        text.AppendLiteral("]");
    }

    private static KeyValuePair<Value, Value>[] Sorted(DictValue dict)
    {
        KeyValuePair<Value, Value>[] entries = [.. dict.Entries];
        Array.Sort(entries, static (left, right) => string.CompareOrdinal(left.Key.ToText(), right.Key.ToText()));
        return entries;
    }
}
