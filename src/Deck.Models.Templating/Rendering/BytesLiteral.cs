using System.Text;
using Deck.Models.Templating.Parsing;

namespace Deck.Models.Templating.Rendering;

/// <summary>What stands between the quotes of a bytes literal: ASCII, and the escapes of a text but for those of Unicode.</summary>
internal static class BytesLiteral
{
    /// <summary>The bytes, each as the character of its number.</summary>
    /// <exception cref="FormatException">Python has no such literal.</exception>
    public static string Decode(string content, bool isRaw)
    {
        if (!Ascii.IsValid(content))
        {
            throw new FormatException();
        }

        return isRaw ? content : StringLiteral.TryDecode(WithoutUnicode(content), out string decoded, out _) ? decoded : throw new FormatException();
    }

    private static string WithoutUnicode(string content)
    {
        var kept = new StringBuilder(content.Length);
        for (int i = 0; i < content.Length; i++)
        {
            kept.Append(content[i]);
            if (content[i] == '\\' && i + 1 < content.Length)
            {
                i++;
                kept.Append(content[i] is 'u' or 'U' or 'N' ? "\\" : "").Append(content[i]);
            }
        }

        return kept.ToString();
    }
}
