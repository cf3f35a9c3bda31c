using System.Text;

namespace Deck.Models.Cli.Tests.Console;

/// <summary>A terminal's screen: what stands on it after text with the control sequences that the live view uses.</summary>
internal sealed class Screen(int width) : StringWriter
{
    private readonly List<StringBuilder> rows = [new()];
    private int row;
    private int column;

    /// <summary>The rows without trailing blanks; empty ones at the end are left out.</summary>
    public string[] Rows => [.. rows.Select(r => r.ToString().TrimEnd()).Reverse().SkipWhile(r => r.Length == 0).Reverse()];

    public override void Write(char value) => Write(value.ToString());

    public override void Write(string? value)
    {
        for (int i = 0; i < value!.Length; i++)
        {
            if (value[i] == '\u001b')
            {
                int end = i + 2;
                while (!char.IsAsciiLetter(value[end]))
                {
                    end++;
                }

                Control(value[end], value[(i + 2)..end]);
                i = end;
            }
            else
            {
                Put(value[i]);
            }
        }
    }

    private void Control(char command, string argument)
    {
        switch (command)
        {
            case 'A':
                row -= int.Parse(argument);
                Assert.That(row, Is.Not.Negative, "the cursor left the screen");
                break;
            case 'J':
                rows.RemoveRange(row + 1, rows.Count - row - 1);
                rows[row].Length = Math.Min(rows[row].Length, column);
                break;
            default:
                Assert.That(command, Is.EqualTo('m'), "a control sequence that the screen does not know");
                break;
        }
    }

    private void Put(char c)
    {
        if (c == '\r')
        {
            column = 0;
            return;
        }

        if (c == '\n' || column == width)
        {
            column = 0;
            if (++row == rows.Count)
            {
                rows.Add(new StringBuilder());
            }
        }

        if (c != '\n')
        {
            StringBuilder line = rows[row];
            line.Append(' ', Math.Max(0, column + 1 - line.Length));
            line[column++] = c;
        }
    }
}
