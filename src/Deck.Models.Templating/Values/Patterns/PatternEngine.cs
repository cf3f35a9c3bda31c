using System.Text.RegularExpressions;

namespace Deck.Models.Templating.Values;

/// <summary>The .NET expressions that do the matching of one pattern, each made when it is first needed.</summary>
internal sealed class PatternEngine(TranslatedPattern pattern)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(5);

    private readonly Regex anywhere = Compile(pattern.Text, pattern.Flags);
    private readonly Lazy<Regex> atStart = new(() => Compile($@"\G(?:{pattern.Text})", pattern.Flags));
    private readonly Lazy<Regex> ofWhole = new(() => Compile($@"\G(?:{pattern.Text})\z", pattern.Flags));
    private readonly Lazy<Regex> notEmpty = new(() => Compile($@"\G(?:{pattern.Text})(?!\G)", pattern.Flags));

    public Match Search(string text, int start) => Run(anywhere, text, start);

    public Match MatchStart(string text, int start) => Run(atStart.Value, text, start);

    public Match MatchWhole(string text, int start) => Run(ofWhole.Value, text, start);

    /// <summary>Every match from left to right. Where an empty one was, Python tries for another that is not before it moves on.</summary>
    public IEnumerable<Match> All(string text, int start)
    {
        for (Match match = Search(text, start); match.Success;)
        {
            yield return match;
            int end = match.Index + match.Length;
            match = match.Length > 0 ? Search(text, end) : Run(notEmpty.Value, text, end) is { Success: true } longer ? longer : After(text, end);
        }
    }

    private static Regex Compile(string pattern, int flags) => new(pattern, RegexFlags.ToOptions(flags), Limit);

    private static Match Run(Regex regex, string text, int start)
    {
        try
        {
            return regex.Match(text, Math.Min(start, text.Length));
        }
        catch (RegexMatchTimeoutException)
        {
            throw new TemplateException("TimeoutError", "the regular expression took too long");
        }
    }

    private Match After(string text, int place) =>
        place >= text.Length ? Match.Empty : Search(text, place + (char.IsHighSurrogate(text[place]) && place + 1 < text.Length ? 2 : 1));
}
