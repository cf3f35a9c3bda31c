namespace Deck.Models.Text;

/// <summary>The immutable text of one file, or of a part of one, with its path and its line starts.</summary>
/// <remarks>
/// A part (a macro inside its file, a SQL string inside YAML) keeps <see cref="Parent"/> and <see cref="ParentOffset"/>,
/// so that a place in it is reported as a place in the file that the user knows.
/// </remarks>
public sealed class SourceText
{
    /// <summary>Found when first asked for: most texts never tell a line. Two threads may both find it, and find the same.</summary>
    private int[]? lineStarts;

    /// <summary>Read when first asked for, where it is <see cref="Deferred(string, Func{string})"/>.</summary>
    private string? content;
    private Func<string>? read;

    /// <param name="path">The path as the user should read it, with forward slashes, relative to the project where possible.</param>
    /// <param name="content">The whole text, byte order mark removed.</param>
    public SourceText(string path, string content)
        : this(path, content, null, 0)
    {
    }

    private SourceText(string path, string content, SourceText? parent, int parentOffset)
    {
        Path = path;
        this.content = content;
        Parent = parent;
        ParentOffset = parentOffset;
    }

    private SourceText(string path, Func<string> read, SourceText? parent, int parentOffset)
    {
        Path = path;
        this.read = read;
        Parent = parent;
        ParentOffset = parentOffset;
    }

    public string Path { get; }

    public string Content => content ?? Read();

    /// <summary>The text this one is a slice of, or null where it is a file of its own.</summary>
    public SourceText? Parent { get; }

    /// <summary>Where this text starts in <see cref="Parent"/>.</summary>
    public int ParentOffset { get; }

    public int LineCount => LineStarts.Length;

    /// <summary>A part of this text that reports its places in this text.</summary>
    public SourceText Slice(TextSpan span) => new(Path, Content.Substring(span.Start, span.Length), this, span.Start);

    /// <summary>A text that is read when it is first asked for; several threads may read it, and read the same.</summary>
    public static SourceText Deferred(string path, Func<string> read) => new(path, read, null, 0);

    /// <summary>The same as <see cref="Slice"/>, cut when it is first asked for.</summary>
    public SourceText DeferredSlice(TextSpan span) => new(Path, () => Content.Substring(span.Start, span.Length), this, span.Start);

    /// <summary>The line and column of an offset; an offset past the end counts as the end.</summary>
    public LinePosition PositionAt(int offset)
    {
        int[] starts = LineStarts;
        int clamped = Math.Clamp(offset, 0, Content.Length);
        int line = LineOf(starts, clamped);
        return new LinePosition(line + 1, clamped - starts[line] + 1);
    }

    /// <summary>The text of a line without its line break; <paramref name="line"/> counts from 1.</summary>
    public ReadOnlySpan<char> LineAt(int line)
    {
        int[] starts = LineStarts;
        int start = starts[line - 1];
        int end = line < starts.Length ? starts[line] : Content.Length;
        return Content.AsSpan(start, end - start).TrimEnd("\r\n");
    }

    /// <summary>The offset of a line's column, both from 1; places outside are moved to the nearest inside.</summary>
    public int OffsetAt(int line, int column)
    {
        int[] starts = LineStarts;
        int index = Math.Clamp(line, 1, starts.Length) - 1;
        int end = index + 1 < starts.Length ? starts[index + 1] : Content.Length;
        return Math.Clamp(starts[index] + column - 1, starts[index], end);
    }

    public override string ToString() => Path;

    private string Read()
    {
        Func<string>? source = read;
        content ??= source?.Invoke() ?? "";
        read = null;
        return content;
    }

    private int[] LineStarts => lineStarts ??= FindLineStarts(Content);

    private static int[] FindLineStarts(string content)
    {
        int count = 1;
        for (int i = 0; i < content.Length; i++)
        {
            count += EndsLine(content, i) ? 1 : 0;
        }

        int[] starts = new int[count];
        int line = 0;
        for (int i = 0; i < content.Length && line + 1 < count; i++)
        {
            if (EndsLine(content, i))
            {
                starts[++line] = i + 1;
            }
        }

        return starts;
    }

    private static bool EndsLine(string content, int i) =>
        content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n'));

    /// <summary>The last line that starts at or before an offset, counted from 0.</summary>
    private static int LineOf(int[] starts, int offset)
    {
        int low = 0;
        int high = starts.Length - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = starts[middle] <= offset ? (middle, high) : (low, middle - 1);
        }

        return low;
    }
}
