using System.Globalization;
using System.Text;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Writes scalars as PyYAML's safe dumper does: plain where that reads back as the same value, else in single or double quotes.</summary>
internal static class YamlScalarWriter
{
    /// <summary>PyYAML closes a document that is one plain scalar with `...`.</summary>
    public static bool NeedsDocumentEnd(Value value) => value switch
    {
        StringValue text => IsPlain(text.Text),
        DictValue or ListValue => false,
        _ => true,
    };

    public static bool TryWrite(StringBuilder output, Value value, int indent)
    {
        string? text = value switch
        {
            NoneValue => "null",
            BooleanValue flag => flag.IsTrue ? "true" : "false",
            IntegerValue integer => integer.Big.ToString(CultureInfo.InvariantCulture),
            FloatValue number => WriteFloat(number),
            StringValue s => WriteText(s.Text, indent),
            _ => null,
        };
        output.Append(text);
        return text is not null;
    }

    private static string WriteFloat(FloatValue value)
    {
        if (double.IsNaN(value.Number))
        {
            return ".nan";
        }

        if (double.IsInfinity(value.Number))
        {
            return value.Number > 0 ? ".inf" : "-.inf";
        }

        string repr = value.Repr().ToLowerInvariant();
        return !repr.Contains('.') && repr.Contains('e') ? repr.Replace("e", ".0e", StringComparison.Ordinal) : repr;
    }

    private static string WriteText(string text, int indent)
    {
        if (IsPlain(text))
        {
            return text;
        }

        bool quotable = text.All(c => c == '\n' || !char.IsControl(c)) && !HasBreakBesideBlank(text);
        return quotable ? WriteSingleQuoted(text, indent) : WriteDoubleQuoted(text);
    }

    /// <summary>Line breaks are doubled inside single quotes, and the next line is indented.</summary>
    private static string WriteSingleQuoted(string text, int indent)
    {
        string quoted = text.Replace("'", "''", StringComparison.Ordinal);
        StringBuilder output = new("'");
        for (int i = 0; i < quoted.Length; i++)
        {
            bool startsBreaks = quoted[i] == '\n' && (i == 0 || quoted[i - 1] != '\n');
            bool endsBreaks = quoted[i] == '\n' && (i + 1 == quoted.Length || quoted[i + 1] != '\n');
            output.Append(startsBreaks ? "\n\n" : quoted[i].ToString());
            output.Append(' ', endsBreaks ? indent : 0);
        }

        return output.Append('\'').ToString();
    }

    private static string WriteDoubleQuoted(string text)
    {
        StringBuilder output = new("\"");
        foreach (char c in text)
        {
            output.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\t' => "\\t",
                '\r' => "\\r",
                '\0' => "\\0",
                _ => char.IsControl(c) ? $"\\x{(int)c:X2}" : c.ToString(),
            });
        }

        return output.Append('"').ToString();
    }

    private static bool HasBreakBesideBlank(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            bool blank = text[i] == ' ';
            if (blank && (i == 0 || i + 1 == text.Length || text[i - 1] == '\n' || text[i + 1] == '\n') && text.Contains('\n'))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ' || text.Any(char.IsControl))
        {
            return false;
        }

        bool indicator = "#,[]{}&*!|>'\"%@`".Contains(text[0])
            || (text[0] is '-' or '?' or ':' && (text.Length == 1 || text[1] == ' '))
            || text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("...", StringComparison.Ordinal);
        bool broken = text.Contains(": ", StringComparison.Ordinal) || text.EndsWith(':') || text.Contains(" #", StringComparison.Ordinal) || text is "=" or "<<";
        return !indicator && !broken && YamlScalars.Resolve(text, Location.OfFile(""), []) is StringValue same && same.Text == text && !IsTimestamp(text);
    }

    private static bool IsTimestamp(string text) => YamlTimestamps.TryRead(text, out _) != YamlTimestampResult.NotOne;
}
