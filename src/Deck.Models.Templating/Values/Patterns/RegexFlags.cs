using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>The flags of Python's re.</summary>
internal static class RegexFlags
{
    public const int IgnoreCase = 2;
    public const int Locale = 4;
    public const int Multiline = 8;
    public const int DotAll = 16;
    public const int Unicode = 32;
    public const int Verbose = 64;
    public const int Debug = 128;
    public const int AsciiOnly = 256;

    public static RegexOptions ToOptions(long flags) =>
        RegexOptions.CultureInvariant
        | ((flags & IgnoreCase) != 0 ? RegexOptions.IgnoreCase : 0)
        | ((flags & Multiline) != 0 ? RegexOptions.Multiline : 0)
        | ((flags & DotAll) != 0 ? RegexOptions.Singleline : 0);

    /// <summary>The flag that a letter in a pattern sets, or 0.</summary>
    public static int OfLetter(char letter) => letter switch
    {
        'i' => IgnoreCase,
        'm' => Multiline,
        's' => DotAll,
        'x' => Verbose,
        'a' => AsciiOnly,
        'u' => Unicode,
        _ => 0,
    };

    /// <summary>The letters of those flags that .NET has, too.</summary>
    public static string Inline(int flags) =>
        $"{((flags & IgnoreCase) != 0 ? "i" : "")}{((flags & Multiline) != 0 ? "m" : "")}{((flags & DotAll) != 0 ? "s" : "")}";

    public static string Describe(int flags)
    {
        (int Flag, string Name)[] names = [(IgnoreCase, "IGNORECASE"), (Locale, "LOCALE"), (Multiline, "MULTILINE"), (DotAll, "DOTALL"), (Verbose, "VERBOSE"), (AsciiOnly, "ASCII")];
        return string.Join('|', names.Where(n => (flags & n.Flag) != 0).Select(n => "re." + n.Name));
    }
}
