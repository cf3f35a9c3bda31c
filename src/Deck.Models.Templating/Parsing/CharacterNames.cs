using System.Collections.Frozen;

namespace Deck.Models.Templating.Parsing;

/// <summary>The characters that `\N{NAME}` can name here: ASCII, letters with an accent, the punctuation, currencies and signs that stand in SQL reports. .NET has no table of Unicode's names.</summary>
internal static class CharacterNames
{
    // Plain table: a line for each name.
    private static readonly FrozenDictionary<string, char> Names = new Dictionary<string, char>
    {
        ["SPACE"] = ' ',
        ["EXCLAMATION MARK"] = '!',
        ["QUOTATION MARK"] = '"',
        ["NUMBER SIGN"] = '#',
        ["DOLLAR SIGN"] = '$',
        ["PERCENT SIGN"] = '%',
        ["AMPERSAND"] = '&',
        ["APOSTROPHE"] = '\'',
        ["LEFT PARENTHESIS"] = '(',
        ["RIGHT PARENTHESIS"] = ')',
        ["ASTERISK"] = '*',
        ["PLUS SIGN"] = '+',
        ["COMMA"] = ',',
        ["HYPHEN-MINUS"] = '-',
        ["FULL STOP"] = '.',
        ["SOLIDUS"] = '/',
        ["DIGIT ZERO"] = '0',
        ["DIGIT ONE"] = '1',
        ["DIGIT TWO"] = '2',
        ["DIGIT THREE"] = '3',
        ["DIGIT FOUR"] = '4',
        ["DIGIT FIVE"] = '5',
        ["DIGIT SIX"] = '6',
        ["DIGIT SEVEN"] = '7',
        ["DIGIT EIGHT"] = '8',
        ["DIGIT NINE"] = '9',
        ["COLON"] = ':',
        ["SEMICOLON"] = ';',
        ["LESS-THAN SIGN"] = '<',
        ["EQUALS SIGN"] = '=',
        ["GREATER-THAN SIGN"] = '>',
        ["QUESTION MARK"] = '?',
        ["COMMERCIAL AT"] = '@',
        ["LEFT SQUARE BRACKET"] = '[',
        ["REVERSE SOLIDUS"] = '\\',
        ["RIGHT SQUARE BRACKET"] = ']',
        ["CIRCUMFLEX ACCENT"] = '^',
        ["LOW LINE"] = '_',
        ["GRAVE ACCENT"] = '`',
        ["LEFT CURLY BRACKET"] = '{',
        ["VERTICAL LINE"] = '|',
        ["RIGHT CURLY BRACKET"] = '}',
        ["TILDE"] = '~',
        ["NO-BREAK SPACE"] = '\u00A0',
        ["INVERTED EXCLAMATION MARK"] = '\u00A1',
        ["CENT SIGN"] = '\u00A2',
        ["POUND SIGN"] = '\u00A3',
        ["CURRENCY SIGN"] = '\u00A4',
        ["YEN SIGN"] = '\u00A5',
        ["BROKEN BAR"] = '\u00A6',
        ["SECTION SIGN"] = '\u00A7',
        ["DIAERESIS"] = '\u00A8',
        ["COPYRIGHT SIGN"] = '\u00A9',
        ["LEFT-POINTING DOUBLE ANGLE QUOTATION MARK"] = '\u00AB',
        ["NOT SIGN"] = '\u00AC',
        ["SOFT HYPHEN"] = '\u00AD',
        ["REGISTERED SIGN"] = '\u00AE',
        ["MACRON"] = '\u00AF',
        ["DEGREE SIGN"] = '\u00B0',
        ["PLUS-MINUS SIGN"] = '\u00B1',
        ["SUPERSCRIPT TWO"] = '\u00B2',
        ["SUPERSCRIPT THREE"] = '\u00B3',
        ["MICRO SIGN"] = '\u00B5',
        ["PILCROW SIGN"] = '\u00B6',
        ["MIDDLE DOT"] = '\u00B7',
        ["RIGHT-POINTING DOUBLE ANGLE QUOTATION MARK"] = '\u00BB',
        ["VULGAR FRACTION ONE QUARTER"] = '\u00BC',
        ["VULGAR FRACTION ONE HALF"] = '\u00BD',
        ["VULGAR FRACTION THREE QUARTERS"] = '\u00BE',
        ["INVERTED QUESTION MARK"] = '\u00BF',
        ["MULTIPLICATION SIGN"] = '\u00D7',
        ["DIVISION SIGN"] = '\u00F7',
        ["ZERO WIDTH SPACE"] = '\u200B',
        ["EN DASH"] = '\u2013',
        ["EM DASH"] = '\u2014',
        ["LEFT SINGLE QUOTATION MARK"] = '\u2018',
        ["RIGHT SINGLE QUOTATION MARK"] = '\u2019',
        ["LEFT DOUBLE QUOTATION MARK"] = '\u201C',
        ["RIGHT DOUBLE QUOTATION MARK"] = '\u201D',
        ["BULLET"] = '\u2022',
        ["HORIZONTAL ELLIPSIS"] = '\u2026',
        ["PER MILLE SIGN"] = '\u2030',
        ["EURO SIGN"] = '\u20AC',
        ["TRADE MARK SIGN"] = '\u2122',
        ["LEFTWARDS ARROW"] = '\u2190',
        ["RIGHTWARDS ARROW"] = '\u2192',
        ["MINUS SIGN"] = '\u2212',
        ["INFINITY"] = '\u221E',
        ["NOT EQUAL TO"] = '\u2260',
        ["LESS-THAN OR EQUAL TO"] = '\u2264',
        ["GREATER-THAN OR EQUAL TO"] = '\u2265',
        ["CHECK MARK"] = '\u2713',
        ["BALLOT X"] = '\u2717',
        ["ZERO WIDTH NO-BREAK SPACE"] = '\uFEFF',
        ["REPLACEMENT CHARACTER"] = '\uFFFD',
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly (string Name, string Letters, string Marked)[] Marks =
    [
        ("", "ABCDEFGHIJKLMNOPQRSTUVWXYZ", "ABCDEFGHIJKLMNOPQRSTUVWXYZ"), (" WITH GRAVE", "AEIOU", "ÀÈÌÒÙ"), (" WITH ACUTE", "AEIOUY", "ÁÉÍÓÚÝ"),
        (" WITH CIRCUMFLEX", "AEIOU", "ÂÊÎÔÛ"), (" WITH TILDE", "ANO", "ÃÑÕ"), (" WITH DIAERESIS", "AEIOU", "ÄËÏÖÜ"), (" WITH RING ABOVE", "A", "Å"),
        (" WITH CARON", "CSZ", "ČŠŽ"), (" WITH CEDILLA", "C", "Ç"), (" WITH STROKE", "O", "Ø"),
    ];

    public static bool TryFind(string name, out char character) => Names.TryGetValue(name, out character) || TryFindLetter(name.ToUpperInvariant(), out character);

    /// <summary>`LATIN SMALL LETTER E WITH ACUTE` and the like.</summary>
    private static bool TryFindLetter(string name, out char character)
    {
        character = '\0';
        foreach ((string mark, string letters, string marked) in Marks)
        {
            for (int i = 0; i < letters.Length; i++)
            {
                character = name == $"LATIN SMALL LETTER {letters[i]}{mark}" ? char.ToLowerInvariant(marked[i]) : marked[i];
                if (character != marked[i] || name == $"LATIN CAPITAL LETTER {letters[i]}{mark}")
                {
                    return true;
                }
            }
        }

        return false;
    }
}
