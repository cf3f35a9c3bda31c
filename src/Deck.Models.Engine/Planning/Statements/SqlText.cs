namespace Deck.Models.Engine.Planning.Statements;

/// <summary>Literals.</summary>
internal static class SqlText
{
    /// <summary>A string literal that reads the same whatever `standard_conforming_strings` says.</summary>
    public static string Literal(string text)
    {
        string quoted = $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        return text.Contains('\\', StringComparison.Ordinal) ? $" E{quoted.Replace("\\", "\\\\", StringComparison.Ordinal)}" : quoted;
    }

    /// <summary>A `text[]` constructor.</summary>
    public static string Array(IEnumerable<string> items) => $"array[{string.Join(", ", items.Select(Literal))}]::text[]";
}
