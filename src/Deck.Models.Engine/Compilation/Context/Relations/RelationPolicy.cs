using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Relations;

/// <summary>One yes or no for each part of a relation's name: which are quoted, or which are shown.</summary>
internal readonly record struct RelationPolicy(bool Database, bool Schema, bool Identifier)
{
    public static RelationPolicy All => new(true, true, true);

    public static RelationPolicy Of(RelationQuoting quoting) => new(quoting.Database, quoting.Schema, quoting.Identifier);

    /// <summary>This policy with the parts that a template gave; parts that are null, None or Undefined stay.</summary>
    public RelationPolicy With(Value? database, Value? schema, Value? identifier) =>
        new(Choose(database, Database), Choose(schema, Schema), Choose(identifier, Identifier));

    public RelationPolicy With(Value? parts) => parts is DictValue dict
        ? With(Part(dict, "database"), Part(dict, "schema"), Part(dict, "identifier"))
        : this;

    public DictValue ToDict() => new([new("database", Value.Of(Database)), new("schema", Value.Of(Schema)), new("identifier", Value.Of(Identifier))]);

    private static Value? Part(DictValue dict, string name) => dict.TryGet(name, out Value? value) ? value : null;

    private static bool Choose(Value? given, bool otherwise) => given is null || given.IsNone || given.IsUndefined ? otherwise : given.IsTrue;
}
