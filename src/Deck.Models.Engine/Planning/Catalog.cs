using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning;

/// <summary>What existed in the database when it was read.</summary>
public sealed class Catalog
{
    private readonly FrozenDictionary<(string Schema, string Identifier), ExistingRelation> relations;
    private readonly FrozenSet<string> schemas;

    public Catalog(IEnumerable<string> schemas, IEnumerable<ExistingRelation> relations)
    {
        this.schemas = schemas.ToFrozenSet(StringComparer.Ordinal);
        this.relations = relations.ToFrozenDictionary(r => (r.Schema, r.Identifier));
    }

    public static Catalog Empty { get; } = new([], []);

    /// <summary>The first transaction (`txid`) that began after the catalog was read, or null where that is not known: what it or a later one has made is new.</summary>
    public string? NextTransaction { get; init; }

    public IEnumerable<ExistingRelation> Relations => relations.Values;

    public bool HasSchema(string schema) => schemas.Contains(schema);

    public bool TryFind(RelationName name, [NotNullWhen(true)] out ExistingRelation? relation) =>
        relations.TryGetValue((name.Schema, name.Identifier), out relation);
}
