using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Deck.Models.Engine.Packages.Versions;

/// <summary>A semantic version, alone or behind `=`, `&gt;`, `&gt;=`, `&lt;` or `&lt;=`, with the reading and the ordering of dbt_common's semver.py.</summary>
public sealed record VersionSpecifier
{
    private const string Number = "(?:0|[1-9][0-9]*)";
    private const string Part = "(?:0|[1-9][0-9]*|[0-9]*[a-zA-Z-][0-9a-zA-Z-]*)";

    // The dash before a prerelease may be missing: `1.0.0rc1` is `1.0.0-rc1`.
    private static readonly Regex Form = new(
        $@"\A(?<matcher>>=|>|<=|<|=)?(?<major>{Number})\.(?<minor>{Number})\.(?<patch>{Number})(?:-?(?<pre>{Part}(?:\.{Part})*))?(?:\+(?<build>[0-9A-Za-z-]*(?:\.[0-9A-Za-z-]*)*))?\z",
        RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    private VersionSpecifier(Match match)
    {
        Matcher = match.Groups["matcher"].Value switch
        {
            ">" => VersionMatcher.Greater,
            ">=" => VersionMatcher.GreaterOrEqual,
            "<" => VersionMatcher.Less,
            "<=" => VersionMatcher.LessOrEqual,
            _ => VersionMatcher.Exact,
        };
        Numbers = (Read(match, "major"), Read(match, "minor"), Read(match, "patch"));
        Prerelease = match.Groups["pre"].Success ? match.Groups["pre"].Value : null;
        Build = match.Groups["build"].Success ? match.Groups["build"].Value : null;
    }

    public VersionMatcher Matcher { get; }

    public (BigInteger Major, BigInteger Minor, BigInteger Patch) Numbers { get; }

    public string? Prerelease { get; }

    public string? Build { get; }

    public bool IsExact => Matcher == VersionMatcher.Exact;

    private bool IsLowerBound => Matcher is VersionMatcher.Greater or VersionMatcher.GreaterOrEqual;

    private bool IsUpperBound => Matcher is VersionMatcher.Less or VersionMatcher.LessOrEqual;

    /// <summary>The specifier, or null where the text is none. Blanks are not allowed, `1.0` is not a version.</summary>
    public static VersionSpecifier? Parse(string text)
    {
        Match match = Form.Match(text);
        return match.Success ? new VersionSpecifier(match) : null;
    }

    /// <summary>dbt's order: below 0 where this one comes first. It is not symmetric: a `&lt;` without prerelease comes before the prereleases of its own version.</summary>
    public int CompareTo(VersionSpecifier other)
    {
        int numbers = Numbers.CompareTo(other.Numbers);
        int prereleases = numbers != 0 ? numbers : ComparePrereleases(other);
        return prereleases != 0 ? prereleases : CompareMatchers(other);
    }

    public override string ToString()
    {
        string sign = Matcher switch
        {
            VersionMatcher.Greater => ">",
            VersionMatcher.GreaterOrEqual => ">=",
            VersionMatcher.Less => "<",
            VersionMatcher.LessOrEqual => "<=",
            _ => "",
        };
        string build = string.IsNullOrEmpty(Build) ? "" : "+" + Build;
        return $"{sign}{Numbers.Major}.{Numbers.Minor}.{Numbers.Patch}{(Prerelease is null ? "" : "-" + Prerelease)}{build}";
    }

    private static BigInteger Read(Match match, string group) => BigInteger.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private int ComparePrereleases(VersionSpecifier other) => (Prerelease, other.Prerelease) switch
    {
        (null, null) => 0,
        (null, _) => Matcher == VersionMatcher.Less ? -1 : 1,
        (_, null) => -1,
        ({ } mine, { } theirs) => ComparePrereleases(mine, theirs),
    };

    /// <summary>Dot by dot, numbers before words; where one ends first, the shorter text.</summary>
    private static int ComparePrereleases(string a, string b)
    {
        foreach ((string left, string right) in a.Split('.').Zip(b.Split('.')))
        {
            bool leftIsNumber = left.All(char.IsAsciiDigit);
            bool rightIsNumber = right.All(char.IsAsciiDigit);
            int order = (leftIsNumber, rightIsNumber) switch
            {
                (true, true) => BigInteger.Parse(left, CultureInfo.InvariantCulture).CompareTo(BigInteger.Parse(right, CultureInfo.InvariantCulture)),
                (true, false) => -1,
                (false, true) => 1,
                _ => string.CompareOrdinal(left, right),
            };
            if (order != 0)
            {
                return order;
            }
        }

        return a.Length.CompareTo(b.Length);
    }

    private int CompareMatchers(VersionSpecifier other)
    {
        (VersionMatcher mine, VersionMatcher theirs) = (Matcher, other.Matcher);
        if ((mine, theirs) is (VersionMatcher.GreaterOrEqual, VersionMatcher.LessOrEqual) or (VersionMatcher.LessOrEqual, VersionMatcher.GreaterOrEqual))
        {
            return 0;
        }

        bool before = (mine, theirs) is (VersionMatcher.Less, VersionMatcher.LessOrEqual) or (VersionMatcher.GreaterOrEqual, VersionMatcher.Greater)
            || (IsUpperBound && other.IsLowerBound);
        bool after = (mine, theirs) is (VersionMatcher.LessOrEqual, VersionMatcher.Less) or (VersionMatcher.Greater, VersionMatcher.GreaterOrEqual)
            || (IsLowerBound && other.IsUpperBound);
        return before ? -1 : after ? 1 : 0;
    }
}
