using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Texts inside YAML files.</summary>
public static class YamlTexts
{
    /// <summary>
    /// The scalar's text, as a slice of its file where the file holds it character by character (plain, or quoted without escapes),
    /// else as a text of its own that knows only its path.
    /// </summary>
    public static SourceText SourceOf(YamlScalar scalar)
    {
        SourceText file = scalar.Location.Text;
        TextSpan span = scalar.Location.Span;
        ReadOnlySpan<char> written = span.End <= file.Content.Length ? file.Content.AsSpan(span.Start, span.Length) : [];
        int offset = scalar.Text.Length == 0 ? -1 : written.IndexOf(scalar.Text);
        return offset < 0 ? new SourceText(file.Path, scalar.Text) : file.Slice(new TextSpan(span.Start + offset, scalar.Text.Length));
    }
}
