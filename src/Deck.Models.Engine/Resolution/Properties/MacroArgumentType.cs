using System.Collections.Frozen;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>The types that properties files may give to arguments of macros: a name, and in brackets as many types as it takes, such as `dict[string, list[int]]`.</summary>
internal static class MacroArgumentType
{
    private static readonly FrozenDictionary<string, int> Parameters = new Dictionary<string, int>
    {
        ["str"] = 0, ["string"] = 0, ["bool"] = 0, ["int"] = 0, ["integer"] = 0, ["float"] = 0, ["any"] = 0, ["list"] = 1, ["dict"] = 2, ["optional"] = 1, ["relation"] = 0, ["column"] = 0,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static IEnumerable<string> Names => Parameters.Keys.Order(StringComparer.Ordinal);

    /// <summary>True for a type, spaces anywhere, and for nothing at all.</summary>
    public static bool IsOne(string text)
    {
        ReadOnlySpan<char> rest = text.Replace(" ", "", StringComparison.Ordinal).Replace("\t", "", StringComparison.Ordinal);
        return rest.IsEmpty || (TryRead(ref rest) && rest.IsEmpty);
    }

    private static bool TryRead(ref ReadOnlySpan<char> rest)
    {
        int length = rest.IndexOfAnyExceptInRange('a', 'z');
        ReadOnlySpan<char> name = length < 0 ? rest : rest[..length];
        rest = rest[name.Length..];
        return Parameters.TryGetValue(name.ToString(), out int count) && (count == 0 || TryReadParameters(count, ref rest));
    }

    private static bool TryReadParameters(int count, ref ReadOnlySpan<char> rest)
    {
        for (int i = 0; i < count; i++)
        {
            if (!TrySkip(i == 0 ? '[' : ',', ref rest) || !TryRead(ref rest))
            {
                return false;
            }
        }

        return TrySkip(']', ref rest);
    }

    private static bool TrySkip(char expected, ref ReadOnlySpan<char> rest)
    {
        bool found = rest is [var next, ..] && next == expected;
        rest = found ? rest[1..] : rest;
        return found;
    }
}
