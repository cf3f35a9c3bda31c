namespace Deck.Models.Engine.Compilation;

/// <summary>Small pieces of SQL text.</summary>
internal static class SqlText
{
    /// <summary>A text literal for PostgreSQL with standard_conforming_strings: quotes doubled, backslashes as they are.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
