using System.Buffers;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>`bytes.decode`: the encodings that `str.encode` knows, and what to do with bytes that mean nothing.</summary>
internal static class BytesDecoder
{
    public static string Decode(ReadOnlySpan<byte> bytes, string encoding, string errors)
    {
        string name = encoding.ToLowerInvariant().Replace('_', '-');
        return name switch
        {
            "utf-8" or "utf8" => DecodeUtf8(bytes, errors),
            "ascii" or "us-ascii" => DecodeUnits(bytes, 0x7F, "ascii", errors),
            "latin-1" or "latin1" or "iso-8859-1" => DecodeUnits(bytes, 0xFF, "latin-1", errors),
            "utf-16" when bytes is [0xFE, 0xFF, ..] => DecodePairs(bytes[2..], Encoding.BigEndianUnicode, errors),
            "utf-16" => DecodePairs(bytes is [0xFF, 0xFE, ..] ? bytes[2..] : bytes, Encoding.Unicode, errors),
            "utf-16-le" => DecodePairs(bytes, Encoding.Unicode, errors),
            "utf-16-be" => DecodePairs(bytes, Encoding.BigEndianUnicode, errors),
            _ => throw new TemplateException("LookupError", $"unknown encoding: {encoding}"),
        };
    }

    private static string DecodeUtf8(ReadOnlySpan<byte> bytes, string errors)
    {
        var text = new StringBuilder(bytes.Length);
        while (bytes.Length > 0)
        {
            OperationStatus status = Rune.DecodeFromUtf8(bytes, out Rune rune, out int length);
            text.Append(status == OperationStatus.Done ? rune.ToString() : Instead(bytes[..length], "utf-8", errors));
            bytes = bytes[length..];
        }

        return text.ToString();
    }

    private static string DecodeUnits(ReadOnlySpan<byte> bytes, int last, string codec, string errors)
    {
        var text = new StringBuilder(bytes.Length);
        for (int i = 0; i < bytes.Length; i++)
        {
            text.Append(bytes[i] <= last ? ((char)bytes[i]).ToString() : Instead(bytes.Slice(i, 1), codec, errors));
        }

        return text.ToString();
    }

    private static string DecodePairs(ReadOnlySpan<byte> bytes, Encoding encoding, string errors)
    {
        int whole = bytes.Length & ~1;
        return encoding.GetString(bytes[..whole]) + (whole < bytes.Length ? Instead(bytes[whole..], "utf-16", errors) : "");
    }

    private static string Instead(ReadOnlySpan<byte> wrong, string codec, string errors)
    {
        switch (errors)
        {
            case "ignore":
                return "";
            case "replace":
                return "\uFFFD";
            case "backslashreplace":
                return "\\x" + string.Join("\\x", wrong.ToArray().Select(unit => unit.ToString("x2")));
            case "strict":
                throw new TemplateException("UnicodeDecodeError", $"'{codec}' codec can't decode byte 0x{wrong[0]:x2}");
            default:
                throw new TemplateException("LookupError", $"unknown error handler name '{errors}'");
        }
    }
}
