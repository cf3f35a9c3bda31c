using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>The filter `wordwrap`: each line of the text is filled up to a width.</summary>
internal static class WordWrapFilter
{
    public static Value Apply(FilterCall call, BoundArguments arguments)
    {
        if (call.Input is not StringValue text)
        {
            throw FilterSet.NoAttribute(call.Input, "splitlines");
        }

        string separator = arguments[2].IsNone ? "\n" : arguments.Text(2);
        var wrapped = new List<string>();
        foreach (string line in Whitespace.SplitLines(text.Text, false))
        {
            long width = arguments.Integer(0);
            if (width <= 0)
            {
                throw TemplateException.ValueError($"invalid width {width} (must be > 0)");
            }

            wrapped.Add(string.Join(separator, Fill(Chunks(line, arguments[3].IsTrue), (int)Math.Min(width, int.MaxValue), arguments[1].IsTrue)));
        }

        return Value.Of(string.Join(separator, wrapped));
    }

    /// <summary>Runs of blanks and words; a word also ends behind a hyphen between letters.</summary>
    private static Queue<string> Chunks(string line, bool atHyphens)
    {
        var chunks = new Queue<string>();
        int start = 0;
        for (int i = 1; i <= line.Length; i++)
        {
            bool ends = i == line.Length
                || Whitespace.IsSpace(line[i]) != Whitespace.IsSpace(line[i - 1])
                || (atHyphens && line[i - 1] == '-' && i - start > 2 && char.IsLetter(line[i - 2]) && char.IsLetter(line[i]));
            if (ends)
            {
                chunks.Enqueue(line[start..i]);
                start = i;
            }
        }

        return chunks;
    }

    private static List<string> Fill(Queue<string> chunks, int width, bool breaksWords)
    {
        var lines = new List<string>();
        while (chunks.Count > 0)
        {
            if (lines.Count > 0 && string.IsNullOrWhiteSpace(chunks.Peek()))
            {
                chunks.Dequeue();
                continue;
            }

            List<string> line = TakeLine(chunks, width, breaksWords);
            if (line.Count > 0)
            {
                lines.Add(string.Concat(line));
            }
        }

        return lines;
    }

    /// <summary>The pieces of the next line, without a blank at its end.</summary>
    private static List<string> TakeLine(Queue<string> chunks, int width, bool breaksWords)
    {
        var line = new List<string>();
        int length = 0;
        for (; chunks.Count > 0 && length + chunks.Peek().Length <= width; length += line[^1].Length)
        {
            line.Add(chunks.Dequeue());
        }

        if (chunks.Count > 0 && chunks.Peek().Length > width)
        {
            BreakWord(chunks, line, width - length, breaksWords);
        }

        // Only the last piece is dropped where it is blank: textwrap leaves a blank before an empty piece of a broken word.
        if (line.Count > 0 && line[^1].AsSpan().Trim().Length == 0)
        {
            line.RemoveAt(line.Count - 1);
        }

        return line;
    }

    private static void BreakWord(Queue<string> chunks, List<string> line, int room, bool breaks)
    {
        if (!breaks)
        {
            if (line.Count == 0)
            {
                line.Add(chunks.Dequeue());
            }

            return;
        }

        string word = chunks.Dequeue();
        line.Add(word[..room]);
        string[] rest = [word[room..], .. chunks];
        chunks.Clear();
        Array.ForEach(rest, chunks.Enqueue);
    }
}
