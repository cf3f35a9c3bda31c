using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>A profiles.yml as it may be shown: what follows `password:` or `pass:` on a line is starred out, at equal length.</summary>
internal static class MaskedText
{
    private static readonly string[] SecretKeys = ["password", "pass"];

    public static SourceText Of(SourceText source)
    {
        char[] shown = source.Content.ToCharArray();
        foreach (string key in SecretKeys)
        {
            int found = -1;
            while ((found = source.Content.IndexOf(key, found + 1, StringComparison.OrdinalIgnoreCase)) >= 0)
            {
                MaskAfter(shown, found + key.Length);
            }
        }

        return new SourceText(source.Path, new string(shown));
    }

    /// <summary>The same diagnostic, its excerpts taken from the masked text.</summary>
    public static Diagnostic Hide(Diagnostic diagnostic, SourceText source, SourceText masked)
    {
        Location? place = diagnostic.Location?.InFile;
        return place is not null && ReferenceEquals(place.Text, source) ? diagnostic.At(new Location(masked, place.Span)) : diagnostic;
    }

    private static void MaskAfter(char[] text, int offset)
    {
        int i = offset;
        while (i < text.Length && text[i] is ' ' or '"' or '\'')
        {
            i++;
        }

        if (i == text.Length || text[i] != ':')
        {
            return;
        }

        for (i++; i < text.Length && text[i] is not ('\n' or '\r'); i++)
        {
            text[i] = text[i] == ' ' ? ' ' : '*';
        }
    }
}
