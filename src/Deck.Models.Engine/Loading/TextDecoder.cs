using System.Text;
using System.Text.Unicode;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading;

/// <summary>Turns the bytes of a project's file into text: UTF-8, with or without a byte order mark.</summary>
public static class TextDecoder
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The file's text; other encodings and NUL characters are diagnostics at the byte that shows them.</summary>
    public static Checked<SourceText> Decode(string path, ReadOnlySpan<byte> content)
    {
        if (content.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || content.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return Fail(path, "", "the file is UTF-16, not UTF-8", "save it as UTF-8");
        }

        ReadOnlySpan<byte> body = content.StartsWith(Utf8Mark) ? content[3..] : content;
        if (!Utf8.IsValid(body))
        {
            return DescribeInvalid(path, body);
        }

        int zero = body.IndexOf((byte)0);
        return zero < 0
            ? Check.Ok(new SourceText(path, Encoding.UTF8.GetString(body)))
            : Fail(path, Encoding.UTF8.GetString(body[..zero]), "the file holds a NUL character; it is not a text file", null);
    }

    private static Checked<SourceText> DescribeInvalid(string path, ReadOnlySpan<byte> body)
    {
        char[] buffer = new char[body.Length];
        Utf8.ToUtf16(body, buffer, out int read, out int written, replaceInvalidSequences: false);
        return Fail(path, new string(buffer, 0, written), $"byte 0x{body[read]:X2} is not UTF-8", "save the file as UTF-8");
    }

    /// <param name="before">The text up to the byte at fault, which the diagnostic points behind.</param>
    private static Checked<SourceText> Fail(string path, string before, string message, string? hint)
    {
        SourceText shown = new(path, before);
        Location location = new(shown, new TextSpan(before.Length, 1));
        return Check.Failed<SourceText>(Diagnostic.Error(LoadingCodes.BadEncoding, message, location).WithHint(hint));
    }
}
