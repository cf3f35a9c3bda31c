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
        DictValue or ListValue or TupleValue => false,
        _ => true,
    };

    /// <param name="output">What the scalar is added to.</param>
    /// <param name="value">The scalar.</param>
    /// <param name="indent">How far further lines are indented.</param>
    /// <param name="folds">Whether a long text is folded.</param>
    /// <returns>False where YAML has no form for the value.</returns>
    public static bool TryWrite(StringBuilder output, Value value, int indent, bool folds)
    {
        // PyYAML has no form for subclasses of str.
        if (value is StringValue { IsMarkup: false } text)
        {
            WriteText(text.Text, new YamlTextWriter(output, indent, folds));
            return true;
        }

        string? plain = value switch
        {
            NoneValue => "null",
            BooleanValue flag => flag.IsTrue ? "true" : "false",
            IntegerValue integer => integer.Big.ToString(CultureInfo.InvariantCulture),
            FloatValue number => WriteFloat(number),
            DateValue or DateTimeValue => value.ToText(),
            _ => null,
        };
        output.Append(plain);
        return plain is not null;
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

    private static void WriteText(string text, YamlTextWriter writer)
    {
        bool quotable = text.All(c => c is '\n' or (>= ' ' and <= '~')) && !HasBreakBesideBlank(text);
        if (IsPlain(text))
        {
            writer.WritePlain(text);
        }
        else if (quotable)
        {
            writer.WriteSingleQuoted(text);
        }
        else
        {
            writer.WriteDoubleQuoted(text);
        }
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
