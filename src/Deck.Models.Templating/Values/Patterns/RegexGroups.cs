using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>Python numbers groups by their opening bracket; .NET numbers unnamed ones first, then named ones.</summary>
internal static class RegexGroups
{
    /// <summary>For each group in Python's order, its number in .NET; the first is 0, the whole match.</summary>
    public static int[] InOrder(string pattern, Regex regex)
    {
        var numbers = new List<int> { 0 };
        int unnamed = 0;
        bool inClass = false;
        for (int i = 0; i < pattern.Length; i++)
        {
            switch (pattern[i])
            {
                case '\\':
                    i++;
                    break;
                case '[':
                    inClass = true;
                    break;
                case ']' when inClass && pattern[i - 1] != '[':
                    inClass = false;
                    break;
                case '(' when !inClass && (i + 1 == pattern.Length || pattern[i + 1] != '?'):
                    numbers.Add(++unnamed);
                    break;
                case '(' when !inClass && string.CompareOrdinal(pattern, i, "(?P<", 0, 4) == 0 && pattern.IndexOf('>', i) is int close and > 0:
                    numbers.Add(regex.GroupNumberFromName(pattern[(i + 4)..close]));
                    break;
            }
        }

        return [.. numbers];
    }
}
