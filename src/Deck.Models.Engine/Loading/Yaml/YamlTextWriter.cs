using System.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Writes one text plain, in single or in double quotes, and folds it where a line gets longer than PyYAML lets it.</summary>
/// <param name="output">The document so far; its last line says where the text begins.</param>
/// <param name="indent">How far the lines behind the first one are indented.</param>
/// <param name="folds">False for keys, which stand in one line.</param>
internal sealed class YamlTextWriter(StringBuilder output, int indent, bool folds)
{
    private const int BestWidth = 80;

    /// <summary>Characters that have a short escape, and the letters of those.</summary>
    private const string Escaped = "\0\a\b\t\n\v\f\r\u001b\"\\\u0085\u00a0\u2028\u2029";
    private const string Escapes = "0abtnvfre\"\\N_LP";

    private int column = output.Length - (LastBreak(output) + 1);

    private bool IsWide => folds && column > BestWidth;

    public void WritePlain(string text)
    {
        foreach ((int start, int end) in Runs(text))
        {
            bool isBlank = text[start] == ' ';
            if (isBlank && end - start == 1 && IsWide)
            {
                BreakLine();
            }
            else
            {
                Write(text[start..end]);
            }
        }
    }

    /// <summary>Line breaks are doubled inside single quotes, and the next line is indented.</summary>
    public void WriteSingleQuoted(string text)
    {
        Write("'");
        foreach ((int start, int end) in Runs(text))
        {
            bool isInside = start > 0 && end < text.Length;
            if (text[start] == '\n')
            {
                output.Append('\n', end - start);
                BreakLine();
            }
            else if (text[start] == ' ' && end - start == 1 && isInside && IsWide)
            {
                BreakLine();
            }
            else
            {
                Write(text[start..end].Replace("'", "''", StringComparison.Ordinal));
            }
        }

        Write("'");
    }

    /// <summary>A folded line ends with a backslash; one before a blank begins the next.</summary>
    public void WriteDoubleQuoted(string text)
    {
        Write("\"");
        int start = 0;
        for (int end = 0; end <= text.Length; end += end < text.Length && char.IsHighSurrogate(text[end]) ? 2 : 1)
        {
            if (end == text.Length || text[end] is '"' or '\\' or < ' ' or > '~')
            {
                Write(text[start..end]);
                start = end;
                if (end < text.Length)
                {
                    Rune.DecodeFromUtf16(text.AsSpan(end), out Rune rune, out int length);
                    Write(Escape(rune));
                    start = end + length;
                }
            }

            if (folds && end > 0 && end < text.Length - 1 && (text[end] == ' ' || start >= end) && column + (end - start) > BestWidth)
            {
                start = FoldQuoted(text, start, end);
            }
        }

        Write("\"");
    }

    private static string Escape(Rune rune)
    {
        int letter = rune.IsBmp ? Escaped.IndexOf((char)rune.Value) : -1;
        return letter >= 0 ? $"\\{Escapes[letter]}"
            : rune.Value <= 0xFF ? $"\\x{rune.Value:X2}"
            : rune.IsBmp ? $"\\u{rune.Value:X4}"
            : $"\\U{rune.Value:X8}";
    }

    /// <summary>Runs of blanks, of line breaks, and of anything else.</summary>
    private static IEnumerable<(int Start, int End)> Runs(string text)
    {
        int start = 0;
        for (int end = 1; end <= text.Length; end++)
        {
            if (end == text.Length || Kind(text[end]) != Kind(text[start]))
            {
                yield return (start, end);
                start = end;
            }
        }
    }

    private static int Kind(char unit) => unit switch { ' ' => 1, '\n' => 2, _ => 0 };

    private static int LastBreak(StringBuilder text)
    {
        int at = text.Length - 1;
        while (at >= 0 && text[at] != '\n')
        {
            at--;
        }

        return at;
    }

    private int FoldQuoted(string text, int start, int end)
    {
        if (start < end)
        {
            Write(text[start..end]);
            start = end;
        }

        output.Append('\\');
        BreakLine();
        if (text[start] == ' ')
        {
            Write("\\");
        }

        return start;
    }

    private void BreakLine()
    {
        output.Append('\n').Append(' ', indent);
        column = indent;
    }

    private void Write(string piece)
    {
        output.Append(piece);
        column += piece.Length;
    }
}
