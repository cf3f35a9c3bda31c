using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>Python's re.Pattern over .NET's engine, with a time limit instead of catastrophic backtracking.</summary>
internal sealed class PatternValue : Value
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Lazy<Regex> atStart;
    private readonly Lazy<Regex> ofWhole;
    private readonly Lazy<int[]> groupNumbers;

    private PatternValue(string source, int flags, Regex regex)
    {
        atStart = new Lazy<Regex>(() => Anchored($@"\G(?:{regex}{LineEnd})"));
        ofWhole = new Lazy<Regex>(() => Anchored($@"\G(?:{regex}{LineEnd})\z"));
        groupNumbers = new Lazy<int[]>(() => RegexGroups.InOrder(source, regex));
        Source = source;
        Flags = flags;
        Regex = regex;
    }

    public override string TypeName => "re.Pattern";

    public string Source { get; }

    public int Flags { get; }

    public Regex Regex { get; }

    /// <summary>The pattern for `match`, which only looks at the start.</summary>
    public Regex AtStart => atStart.Value;

    /// <summary>The pattern for `fullmatch`.</summary>
    public Regex OfWhole => ofWhole.Value;

    /// <summary>The numbers of the groups in Python's order, by where they open; .NET counts named ones last.</summary>
    public int[] GroupNumbers => groupNumbers.Value;

    /// <summary>Ends a comment that a verbose pattern may end with.</summary>
    private string LineEnd => (Regex.Options & RegexOptions.IgnorePatternWhitespace) != 0 ? "\n" : "";

    /// <summary>Compiles a Python pattern; a pattern already compiled is itself.</summary>
    /// <exception cref="TemplateException">`error`: the pattern is not well-formed.</exception>
    public static PatternValue Of(Value pattern, long flags)
    {
        if (pattern is PatternValue compiled)
        {
            return flags == 0 ? compiled : throw TemplateException.ValueError("cannot process flags argument with a compiled pattern");
        }

        if (pattern is not StringValue source)
        {
            throw TemplateException.TypeError("first argument must be string or compiled pattern");
        }

        try
        {
            var regex = new Regex(PatternTranslator.Translate(source.Text), RegexFlags.ToOptions(flags), Limit);
            return new PatternValue(source.Text, (int)flags, regex);
        }
        catch (ArgumentException error)
        {
            throw new TemplateException("error", error.Message);
        }
    }

    public override string Repr()
    {
        string flags = RegexFlags.Describe(Flags);
        return flags.Length == 0 ? $"re.compile({StringRepr.Of(Source)})" : $"re.compile({StringRepr.Of(Source)}, {flags})";
    }

    public override IEnumerable<string> MemberNames => PatternMethods.Table.Names;

    public override Value? GetAttribute(string name) => PatternMethods.Table.Bind(this, name);

    public override bool Equals([NotNullWhen(true)] Value? other) => other is PatternValue pattern && pattern.Source == Source && pattern.Flags == Flags;

    public override int GetHashCode() => Source.GetHashCode(StringComparison.Ordinal);

    private Regex Anchored(string pattern) => new(pattern, Regex.Options, Limit);
}
