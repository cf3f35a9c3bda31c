namespace Deck.Models.Engine.Execution;

/// <summary>The comment that travels with the statements of a node, as `query-comment` asks: for the server's log and `pg_stat_activity`.</summary>
/// <param name="Text">Without the marks of a comment; empty where there is none.</param>
/// <param name="IsAppended">True where it stands behind the statement instead of before it.</param>
public sealed record QueryComment(string Text, bool IsAppended)
{
    public static QueryComment None { get; } = new("", false);

    /// <summary>What goes before a statement.</summary>
    public string Before { get; } = IsAppended || Text.Length == 0 ? "" : $"/* {Text} */\n";

    /// <summary>What goes behind a statement.</summary>
    public string After { get; } = IsAppended && Text.Length > 0 ? $"\n/* {Text} */" : "";
}
