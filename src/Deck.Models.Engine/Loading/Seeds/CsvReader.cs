using System.Text;

namespace Deck.Models.Engine.Loading.Seeds;

/// <summary>Reads CSV as Python's `csv.reader` does, one record at a time, in constant memory.</summary>
/// <remarks>
/// A quote opens a quoted stretch only at the start of a field, a doubled quote inside is one quote, and what follows the closing
/// quote up to the delimiter belongs to the field. Line breaks are LF, CRLF or CR.
/// </remarks>
internal sealed class CsvReader(TextReader reader, char delimiter)
{
    private readonly char[] buffer = new char[32 * 1024];
    private readonly StringBuilder field = new();
    private readonly List<string> fields = [];
    private int position;
    private int length;

    /// <summary>The line on which the current record starts, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The line on which reading goes on.</summary>
    public int NextLine { get; private set; } = 1;

    /// <summary>The fields of the current record; the list is used again for the next one.</summary>
    public IReadOnlyList<string> Fields => fields;

    /// <summary>True where the text ended inside a quoted stretch.</summary>
    public bool EndsInQuote { get; private set; }

    /// <summary>Goes on to the next record; an empty line is a record without fields.</summary>
    public bool Read()
    {
        fields.Clear();
        Line = NextLine;
        if (Peek() < 0)
        {
            return false;
        }

        if (SkipLineBreak())
        {
            return true;
        }

        bool more = true;
        while (more)
        {
            more = ReadField();
        }

        return true;
    }

    /// <summary>Reads one field and what ends it; true where a delimiter ended it.</summary>
    private bool ReadField()
    {
        field.Clear();
        if (Peek() == '"')
        {
            position++;
            ReadQuoted();
        }

        while (true)
        {
            AppendPlain();
            int next = Peek();
            if (next < 0 || SkipLineBreak())
            {
                fields.Add(field.ToString());
                return false;
            }

            position++;
            if (next == delimiter)
            {
                fields.Add(field.ToString());
                return true;
            }
        }
    }

    private void AppendPlain()
    {
        while (Peek() >= 0)
        {
            ReadOnlySpan<char> rest = buffer.AsSpan(position, length - position);
            int end = rest.IndexOfAny(delimiter, '\n', '\r');
            field.Append(end < 0 ? rest : rest[..end]);
            position += end < 0 ? rest.Length : end;
            if (end >= 0)
            {
                return;
            }
        }
    }

    private void ReadQuoted()
    {
        while (Peek() >= 0)
        {
            ReadOnlySpan<char> rest = buffer.AsSpan(position, length - position);
            int plain = rest.IndexOfAny('"', '\n', '\r');
            if (plain != 0)
            {
                plain = plain < 0 ? rest.Length : plain;
                field.Append(rest[..plain]);
                position += plain;
                continue;
            }

            char c = buffer[position++];
            if (c == '"' && Peek() != '"')
            {
                return;
            }

            position += c == '"' ? 1 : 0;
            NextLine += c == '\n' || (c == '\r' && Peek() != '\n') ? 1 : 0;
            field.Append(c);
        }

        EndsInQuote = true;
    }

    private bool SkipLineBreak()
    {
        int next = Peek();
        if (next is not ('\n' or '\r'))
        {
            return false;
        }

        position++;
        if (next == '\r' && Peek() == '\n')
        {
            position++;
        }

        NextLine++;
        return true;
    }

    private int Peek()
    {
        if (position == length)
        {
            length = reader.Read(buffer, 0, buffer.Length);
            position = 0;
        }

        return length == 0 ? -1 : buffer[position];
    }
}
