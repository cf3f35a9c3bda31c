namespace Deck.Models.Engine.Planning.Statements;

/// <summary>Literals.</summary>
internal static class SqlLiteral
{
    /// <summary>A string literal that reads the same whatever `standard_conforming_strings` says.</summary>
    public static string Of(string text)
    {
        string quoted = $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
        return text.Contains('\\', StringComparison.Ordinal) ? $" E{quoted.Replace("\\", "\\\\", StringComparison.Ordinal)}" : quoted;
    }

    /// <summary>True for a name that the server reads the same without quotes, but for its case.</summary>
    public static bool IsPlainName(string name) =>
        name.Length > 0 && (char.IsAsciiLetter(name[0]) || name[0] == '_') && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '$');

    /// <summary>A `text[]` constructor.</summary>
    public static string Array(IEnumerable<string> items) => $"array[{string.Join(", ", items.Select(Of))}]::text[]";
}
