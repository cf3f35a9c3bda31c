namespace Deck.Models.Text;

/// <summary>A range in a text: where a value, a node or a mistake stands.</summary>
public sealed record Location(SourceText Text, TextSpan Span)
{
    /// <summary>True where no place in the text is known: the file alone is named.</summary>
    public bool IsFileOnly { get; init; }

    public LinePosition Position => Text.PositionAt(Span.Start);

    /// <summary>The same place in the outermost text, which is the file the user knows.</summary>
    public Location InFile
    {
        get
        {
            (SourceText text, TextSpan span) = (Text, Span);
            while (text.Parent is { } parent)
            {
                span = span.Shift(text.ParentOffset);
                text = parent;
            }

            return ReferenceEquals(text, Text) ? this : new Location(text, span) { IsFileOnly = IsFileOnly };
        }
    }

    /// <summary>A place that names a whole file.</summary>
    public static Location OfFile(string path) => new(new SourceText(path, ""), default);

    public override string ToString()
    {
        Location file = InFile;
        return IsFileOnly ? file.Text.Path : $"{file.Text.Path}:{file.Position}";
    }
}
