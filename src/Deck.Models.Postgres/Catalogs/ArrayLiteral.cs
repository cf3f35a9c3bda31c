namespace Deck.Models.Postgres.Catalogs;

/// <summary>Writes a `text[]` in PostgreSQL's text form.</summary>
internal static class ArrayLiteral
{
    public static string Of(IEnumerable<string> values) => $"{{{string.Join(',', values.Select(Quote))}}}";

    private static string Quote(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
