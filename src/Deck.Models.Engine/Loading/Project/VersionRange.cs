using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Project;

/// <summary>`require-dbt-version`: the releases of dbt that a project is meant for, compared with the one whose behaviour is matched.</summary>
/// <remarks>As in dbt: all parts must hold, a part is `1.2.3` with `=`, `&gt;`, `&gt;=`, `&lt;` or `&lt;=` before it, parts are separated by commas or are items of a list.</remarks>
internal static class VersionRange
{
    /// <param name="place">Where the range is written.</param>
    public static Diagnostic? Check(IEnumerable<string> ranges, string version, Location place)
    {
        string[] parts = [.. ranges.SelectMany(r => r.Split(',')).Select(p => p.Trim())];
        if (Array.Find(parts, p => Holds(p, version) is null) is { } wrong)
        {
            return Diagnostic.Error(LoadingCodes.VersionMismatch, $"`{wrong}` is no range of versions", place).WithHint("write it like `>=1.3.0,<2.0.0`");
        }

        return parts.All(p => Holds(p, version) == true) ? null : Diagnostic
            .Error(LoadingCodes.VersionMismatch, $"the project asks for dbt {string.Join(", ", parts)}, and this is dbt {version}", place)
            .WithHint("widen `require-dbt-version`, or pass --no-version-check");
    }

    /// <summary>Whether one part holds, or null where it cannot be read.</summary>
    private static bool? Holds(string part, string version)
    {
        string operation = new([.. part.TakeWhile(c => c is '<' or '>' or '=')]);
        if (operation is not ("" or "=" or "<" or "<=" or ">" or ">=") || !TryParse(part[operation.Length..], out Version? bound) || !TryParse(version, out Version? actual))
        {
            return null;
        }

        int order = actual.CompareTo(bound);
        return operation switch
        {
            "<" => order < 0,
            "<=" => order <= 0,
            ">" => order > 0,
            ">=" => order >= 0,
            _ => order == 0,
        };
    }

    /// <summary>Three numbers; what follows a `-` or `+` (a pre-release, a build) makes no difference to a released version.</summary>
    private static bool TryParse(string text, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Version? version)
    {
        string numbers = text.StartsWith('v') ? text[1..] : text;
        int end = numbers.IndexOfAny(['-', '+']);
        numbers = end < 0 ? numbers : numbers[..end];
        version = null;
        return numbers.All(c => char.IsAsciiDigit(c) || c == '.') && numbers.Count(c => c == '.') == 2 && Version.TryParse(numbers, out version);
    }
}
