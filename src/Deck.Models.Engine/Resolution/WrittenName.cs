namespace Deck.Models.Engine.Resolution;

/// <summary>A relation's name as the project writes it, where its `quoting` leaves parts without quotes.</summary>
public sealed record WrittenName(string? Database, string Schema, string Identifier, RelationQuoting Quoting)
{
    /// <summary>As SQL: `"db"."schema".identifier`.</summary>
    public string Text => string.Join('.', new[] { Part(Database, Quoting.Database), Part(Schema, Quoting.Schema), Part(Identifier, Quoting.Identifier) }.OfType<string>());

    private static string? Part(string? name, bool quoted) => name is not null && quoted ? RelationName.Quote(name) : name;
}
