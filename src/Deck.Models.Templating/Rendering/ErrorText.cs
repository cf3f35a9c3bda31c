using System.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Rewords Python's messages to the house style: values in backticks, no full stop.</summary>
internal static class ErrorText
{
    public static string ToSentence(string message)
    {
        StringBuilder text = new(message.TrimEnd());
        int open = -1;
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\'')
            {
                continue;
            }

            bool before = i == 0 || text[i - 1] is ' ' or '(' or ',';
            bool after = i + 1 == text.Length || text[i + 1] is ' ' or ')' or ',' or '.' or ':' or '\n';
            if (open < 0 && before)
            {
                open = i;
            }
            else if (open >= 0 && after)
            {
                text[open] = '`';
                text[i] = '`';
                open = -1;
            }
        }

        bool oneSentence = text.Length > 1 && text[^1] == '.' && text[^2] != '.' && !message.Contains(". ", StringComparison.Ordinal);
        return oneSentence ? text.ToString(0, text.Length - 1) : text.ToString();
    }
}
