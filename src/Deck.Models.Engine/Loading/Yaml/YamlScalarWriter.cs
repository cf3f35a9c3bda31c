using System.Globalization;
using System.Text;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Yaml;

/// <summary>Writes scalars as PyYAML's safe dumper does: plain where that reads back as the same value, else in single or double quotes.</summary>
internal static class YamlScalarWriter
{
    /// <summary>Characters that have a short escape, and the letters of those.</summary>
    private const string Escaped = "\0\a\b\t\n\v\f\r\u001b\"\\\u0085\u00a0\u2028\u2029";
    private const string Escapes = "0abtnvfre\"\\N_LP";

    /// <summary>PyYAML closes a document that is one plain scalar with `...`.</summary>
    public static bool NeedsDocumentEnd(Value value) => value switch
    {
        StringValue text => IsPlain(text.Text),
        DictValue or ListValue or TupleValue => false,
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
            DateValue or DateTimeValue => value.ToText(),
            // PyYAML has no form for subclasses of str.
            StringValue { IsMarkup: false } s => WriteText(s.Text, indent),
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

        bool quotable = text.All(c => c is '\n' or (>= ' ' and <= '~')) && !HasBreakBesideBlank(text);
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
        foreach (Rune c in text.EnumerateRunes())
        {
            int escape = Escaped.IndexOf((char)c.Value);
            output.Append(
                c.IsBmp && escape >= 0 ? $"\\{Escapes[escape]}"
                : c.Value is >= ' ' and <= '~' ? c.ToString()
                : c.Value <= 0xFF ? $"\\x{c.Value:X2}"
                : c.IsBmp ? $"\\u{c.Value:X4}"
                : $"\\U{c.Value:X8}");
        }

        return output.Append('"').ToString();
    }

    private static bool HasBreakBesideBlank(string text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] == ' ' && ((i > 0 && text[i - 1] == '\n') || (i + 1 < text.Length && text[i + 1] == '\n')))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPlain(string text)
    {
        if (text.Length == 0 || text[0] == ' ' || text[^1] == ' ' || text.Any(c => c is < ' ' or > '~'))
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
