using System.Text;
using System.Text.RegularExpressions;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filter `urlize`: addresses in a text become links.</summary>
internal static class UrlizeFilter
{
    private static readonly Regex Words = new(@"(\s+)", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static readonly Regex Address = new(@"^(https?://|www\.)(([\w%-]+\.)+)?([a-z]{2,63}|xn--[\w%]{2,59})|^([\w%-]{2,63}\.)+(com|net|int|edu|gov|org|info|mil)|^(https?://)((([\d]{1,3})(\.[\d]{1,3}){3})|(\[([\da-f]{0,4}:){2}([\da-f]{0,4}:?){1,6}\]))", RegexOptions.IgnoreCase, TimeSpan.FromSeconds(1));

    private static readonly Regex Mail = new(@"^\S+@\w[\w.-]*\.\w+$", RegexOptions.None, TimeSpan.FromSeconds(1));

    private static readonly Regex Scheme = new(@"^([\w.+-]{2,}:(/){0,2})$", RegexOptions.None, TimeSpan.FromSeconds(1));

    public static Value Apply(FilterCall call, BoundArguments arguments)
    {
        string rel = Rel(arguments);
        string target = arguments[2].IsNone ? "" : $" target=\"{Html.Escape(arguments[2].ToText())}\"";
        Value limit = arguments[0];
        string[] schemes = Schemes(arguments[4]);
        var linked = new StringBuilder();
        foreach (string word in Words.Split(Html.Escape(call.Input).Text))
        {
            linked.Append(Link(word, limit, rel + target) ?? WithScheme(word, schemes, rel + target));
        }

        return EscapedText.Of(linked.ToString(), call.Environment);
    }

    private static string Rel(BoundArguments arguments)
    {
        var parts = new SortedSet<string>(StringComparer.Ordinal) { "noopener" };
        parts.UnionWith(Whitespace.Split(arguments[3].IsTrue ? arguments.Text(3) : "", -1));
        if (arguments[1].IsTrue)
        {
            parts.Add("nofollow");
        }

        return $" rel=\"{Html.Escape(string.Join(' ', parts))}\"";
    }

    private static string? Link(string word, Value limit, string attributes)
    {
        (string head, string middle, string tail) = Bare(word);
        if (Address.IsMatch(middle))
        {
            bool absolute = middle.StartsWith("https://", StringComparison.Ordinal) || middle.StartsWith("http://", StringComparison.Ordinal);
            return $"{head}<a href=\"{(absolute ? "" : "https://")}{middle}\"{attributes}>{Shorten(middle, limit)}</a>{tail}";
        }

        if (middle.StartsWith("mailto:", StringComparison.Ordinal) && Mail.IsMatch(middle[7..]))
        {
            return $"{head}<a href=\"{middle}\">{middle[7..]}</a>{tail}";
        }

        bool isMail = middle.Contains('@') && middle[0] != '@' && !middle.StartsWith("www.", StringComparison.Ordinal) && !middle.Contains(':') && Mail.IsMatch(middle);
        return isMail ? $"{head}<a href=\"mailto:{middle}\">{middle}</a>{tail}" : null;
    }

    private static string WithScheme(string word, string[] schemes, string attributes)
    {
        (string head, string middle, string tail) = Bare(word);
        foreach (string scheme in schemes)
        {
            bool isAddress = middle != scheme && middle.StartsWith(scheme, StringComparison.Ordinal);
            middle = isAddress ? $"<a href=\"{middle}\"{attributes}>{middle}</a>" : middle;
        }

        return head + middle + tail;
    }

    private static string[] Schemes(Value given)
    {
        Value[] schemes = given.IsTrue ? [.. Sequences.ToList(given)] : [];
        return Array.Find(schemes, scheme => scheme is not StringValue text || text.Text.EndsWith('\n') || !Scheme.IsMatch(text.Text)) is Value wrong
            ? throw (wrong is StringValue
                ? FilterSet.ArgumentError($"{wrong.Repr()} is not a valid URI scheme prefix.")
                : TemplateException.TypeError($"expected string or bytes-like object, got '{wrong.TypeName}'"))
            : [.. schemes.Select(scheme => scheme.ToText())];
    }

    /// <summary>A word without the brackets and stops around it; a closing bracket stays where its opening one is inside.</summary>
    private static (string Head, string Middle, string Tail) Bare(string word)
    {
        int start = 0;
        while (Opening(word.AsSpan(start)) is int length and > 0)
        {
            start += length;
        }

        int end = word.Length;
        while (end > start && Closing(word.AsSpan(start, end - start)) is int length and > 0)
        {
            end -= length;
        }

        (string head, string middle, string tail) = (word[..start], word[start..end], word[end..]);
        foreach ((string open, string close) in new[] { ("(", ")"), ("<", ">"), ("&lt;", "&gt;") })
        {
            while (Count(middle, open) > Count(middle, close) && tail.IndexOf(close, StringComparison.Ordinal) is int at and >= 0)
            {
                middle += tail[..(at + close.Length)];
                tail = tail[(at + close.Length)..];
            }
        }

        return (head, middle, tail);
    }

    private static int Opening(ReadOnlySpan<char> text) => text.StartsWith("&lt;") ? 4 : text.StartsWith("(") || text.StartsWith("<") ? 1 : 0;

    private static int Closing(ReadOnlySpan<char> text) => text.EndsWith("&gt;") ? 4 : text[^1] is ')' or '>' or '.' or ',' or '\n' ? 1 : 0;

    private static int Count(string text, string part) => text.Split(part).Length - 1;

    private static string Shorten(string url, Value limit) =>
        !limit.IsNone && Operators.Compare(CompareOperator.Greater, Value.Of(url.Length), limit)
            ? Lookup.Slice(Value.Of(url), null, limit, null).ToText() + "..."
            : url;
}
