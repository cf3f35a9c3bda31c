namespace Deck.Models.Engine.Resolution;

/// <summary>Where a relation lives; comparing is by exact text, as PostgreSQL compares quoted names.</summary>
/// <param name="Database">Null where the connection's own database is meant.</param>
public sealed record RelationName(string? Database, string Schema, string Identifier)
{
    /// <summary>Quoted for SQL: `"db"."schema"."identifier"`, parts that are absent left out, quotes inside doubled.</summary>
    public string Quoted => Database is null ? $"{Quote(Schema)}.{Quote(Identifier)}" : $"{Quote(Database)}.{Quote(Schema)}.{Quote(Identifier)}";

    public RelationName WithIdentifier(string identifier) => this with { Identifier = identifier };

    /// <summary>A PostgreSQL identifier in double quotes, with quotes inside doubled.</summary>
    public static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public override string ToString() => Quoted;
}
