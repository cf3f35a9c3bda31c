using System.Text;

namespace Deck.Models.Postgres.Errors;

/// <summary>Turns the server's positions, characters counted from 1, into UTF-16 offsets from 0.</summary>
internal static class CharacterPosition
{
    /// <summary>The offset in <paramref name="text"/>; a position past the end is the end.</summary>
    public static int ToOffset(string text, int position)
    {
        int offset = 0;
        foreach (Rune rune in text.EnumerateRunes())
        {
            if (--position <= 0)
            {
                break;
            }

            offset += rune.Utf16SequenceLength;
        }

        return offset;
    }
}
