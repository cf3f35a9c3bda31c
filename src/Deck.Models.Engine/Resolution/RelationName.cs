namespace Deck.Models.Engine.Resolution;

/// <summary>Where a relation lives, as the server has its name; comparing is by exact text, as PostgreSQL compares quoted names.</summary>
/// <param name="Database">Null where the connection's own database is meant.</param>
public sealed record RelationName(string? Database, string Schema, string Identifier)
{
    /// <summary>Quoted for SQL: `"db"."schema"."identifier"`, parts that are absent left out, quotes inside doubled.</summary>
    public string Quoted => Database is null ? $"{Quote(Schema)}.{Quote(Identifier)}" : $"{Quote(Database)}.{Quote(Schema)}.{Quote(Identifier)}";

    /// <summary>How the project writes the name, or null where it quotes every part.</summary>
    public WrittenName? Written { get; init; }

    /// <summary>The name as dbt shows it and as templates print it: quoted as the project wants it.</summary>
    public string Shown => Written?.Text ?? Quoted;

    public RelationName WithIdentifier(string identifier) => this with { Identifier = identifier, Written = null };

    /// <summary>A PostgreSQL identifier in double quotes, with quotes inside doubled.</summary>
    public static string Quote(string identifier) => $"\"{identifier.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    /// <summary>The way in which a name is written makes it no other relation.</summary>
    public bool Equals(RelationName? other) => other is not null && Database == other.Database && Schema == other.Schema && Identifier == other.Identifier;

    public override int GetHashCode() => HashCode.Combine(Database, Schema, Identifier);

    public override string ToString() => Quoted;
}
