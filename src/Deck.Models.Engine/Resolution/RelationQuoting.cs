using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>`quoting`: which parts of a relation's name are written in quotes. PostgreSQL folds the others to lower case.</summary>
public sealed record RelationQuoting(bool Database, bool Schema, bool Identifier)
{
    public static RelationQuoting All { get; } = new(true, true, true);

    /// <summary>This quoting with what a dict of `database`, `schema` and `identifier` says otherwise.</summary>
    public RelationQuoting With(DictValue parts) =>
        parts.Entries.Any() ? new(Choose(parts, "database", Database), Choose(parts, "schema", Schema), Choose(parts, "identifier", Identifier)) : this;

    /// <summary>The name as the server has it, with the way in which it is written.</summary>
    public RelationName NameOf(string? database, string schema, string identifier) => this == All
        ? new RelationName(database, schema, identifier)
        : new RelationName(database is null || Database ? database : Fold(database), Schema ? schema : Fold(schema), Identifier ? identifier : Fold(identifier))
        {
            Written = new WrittenName(database, schema, identifier, this),
        };

    private static bool Choose(DictValue parts, string part, bool otherwise) => parts.TryGet(part, out Value? value) && !value.IsNone ? value.IsTrue : otherwise;

    /// <summary>What the server makes of a name without quotes: only ASCII letters have a lower case there.</summary>
    internal static string Fold(string name) => string.Concat(name.Select(c => char.IsAsciiLetterUpper(c) ? char.ToLowerInvariant(c) : c));
}
