using Deck.Models.Text;
using YamlDotNet.Core;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Words for what YamlDotNet cannot read, with the hint that the line itself suggests.</summary>
internal static class YamlSyntaxErrors
{
    /// <param name="reached">How far the text was understood: some errors come without a place.</param>
    public static Diagnostic Describe(SourceText source, YamlException e, int reached)
    {
        int offset = e.Start.Index > 0 || e.End.Index > 0 ? (int)e.Start.Index : reached;
        if (e.Message.Contains("tab", StringComparison.Ordinal) && FindTab(source.Content, reached) is { } tab)
        {
            return Diagnostic.Error(YamlCodes.Syntax, "a tab cannot indent YAML", At(source, tab)).WithHint("indent with spaces");
        }

        if (e is YamlLimitException)
        {
            return Diagnostic.Error(YamlCodes.TooLarge, e.Message, At(source, offset));
        }

        string text = e.Message.TrimEnd('.');
        string message = text.EndsWith("found invalid mapping", StringComparison.Ordinal)
            ? "a mapping cannot begin inside a value"
            : text.Length > 0 ? char.ToLowerInvariant(text[0]) + text[1..] : "this is not YAML";
        return Diagnostic.Error(YamlCodes.Syntax, message, At(source, offset)).WithHint(HintFor(source, offset));
    }

    public static Diagnostic Unclosed(SourceText source, int offset)
    {
        char bracket = offset < source.Content.Length ? source.Content[offset] : '[';
        return Diagnostic.Error(YamlCodes.Syntax, $"`{bracket}` is never closed", At(source, offset));
    }

    private static Location At(SourceText source, int offset) => new(source, new TextSpan(Math.Min(offset, source.Content.Length), 1));

    private static int? FindTab(string content, int from)
    {
        for (int i = from; i < content.Length; i++)
        {
            if (content[i] == '\t' && string.IsNullOrWhiteSpace(content[(content.LastIndexOf('\n', i) + 1)..i]))
            {
                return i;
            }
        }

        return null;
    }

    private static string? HintFor(SourceText source, int offset)
    {
        ReadOnlySpan<char> line = source.LineAt(source.PositionAt(offset).Line);
        int colon = line.IndexOf(": ");
        ReadOnlySpan<char> value = colon < 0 ? line.Trim().TrimStart("- ") : line[(colon + 2)..].Trim();
        if (value.StartsWith("{{") || value.StartsWith("{%"))
        {
            return "put quotes around a value that begins with `{{` or `{%`";
        }

        if (value.Length > 0 && value[0] is '%' or '@' or '`')
        {
            return $"put quotes around a value that begins with `{value[0]}`";
        }

        return value.Contains(": ", StringComparison.Ordinal) ? "put quotes around a value that holds `: `" : null;
    }
}
