namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>How many characters a type of text holds.</summary>
internal static class TextLength
{
    /// <summary>The characters that a column holds at most, or null where its type is none of text.</summary>
    public static int? Of(TypedColumn column)
    {
        string type = column.Type;
        if (type is "text" or "character varying")
        {
            return int.MaxValue;
        }

        int open = type.IndexOf('(', StringComparison.Ordinal);
        return open > 0 && type[..open] is "character varying" or "character" && int.TryParse(type.AsSpan()[(open + 1)..^1], out int length) ? length : null;
    }
}
