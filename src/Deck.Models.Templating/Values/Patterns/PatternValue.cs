using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>Python's re.Pattern over .NET's engine, with a time limit instead of catastrophic backtracking.</summary>
internal sealed class PatternValue : Value
{
    private readonly TranslatedPattern pattern;
    private readonly PatternEngine engine;
    private readonly Lazy<PatternEngine> astralEngine;

    private PatternValue(string source, int flags)
    {
        Source = source;
        pattern = PatternTranslator.Translate(source, flags, isAstral: false);
        engine = new PatternEngine(pattern);
        astralEngine = new Lazy<PatternEngine>(() => new PatternEngine(PatternTranslator.Translate(source, flags, isAstral: true)));
    }

    public override string TypeName => "re.Pattern";

    public string Source { get; }

    public int Flags => pattern.Flags;

    /// <summary>How many groups capture.</summary>
    public int GroupCount => pattern.GroupCount;

    /// <summary>The numbers of the named groups.</summary>
    public IReadOnlyDictionary<string, int> GroupNames => pattern.Names;

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
            return new PatternValue(source.Text, (int)flags);
        }
        catch (ArgumentException error)
        {
            throw new TemplateException("error", error.Message);
        }
    }

    /// <summary>What matches a subject: only one with characters of two units needs a pattern that takes them whole.</summary>
    public PatternEngine For(string subject) => subject.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') ? astralEngine.Value : engine;

    /// <summary>The group that closed last, or null where none took part.</summary>
    public int? LastClosed(Match match)
    {
        int? last = null;
        foreach (int number in pattern.Closing)
        {
            Group group = match.Groups[number];
            if (group.Success && (last is not int before || group.Index + group.Length >= match.Groups[before].Index + match.Groups[before].Length))
            {
                last = number;
            }
        }

        return last;
    }

    public override string Repr()
    {
        string flags = RegexFlags.Describe(Flags);
        return flags.Length == 0 ? $"re.compile({StringRepr.Of(Source)})" : $"re.compile({StringRepr.Of(Source)}, {flags})";
    }

    public override IEnumerable<string> MemberNames => PatternMethods.Table.Names;

    public override Value? GetAttribute(string name) => PatternMethods.Table.Bind(this, name);

    public override bool Equals([NotNullWhen(true)] Value? other) => other is PatternValue second && second.Source == Source && second.Flags == Flags;

    public override int GetHashCode() => Source.GetHashCode(StringComparison.Ordinal);
}
