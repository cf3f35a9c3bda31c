using System.Collections.Immutable;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning;

/// <summary>
/// A relation that an interrupted run left: it stands under a name that this tool and dbt give to nothing else, beside one of the project's own. Runs of this
/// tool leave none, as each builds in a transaction; those of dbt and materializations of a project may.
/// </summary>
/// <param name="Node">The node beside whose relation it stands.</param>
public sealed record Leftover(Node Node, ExistingRelation Relation)
{
    private static readonly string[] Suffixes = ["__dbt_tmp", "__dbt_backup"];

    public RelationName Name => new(null, Relation.Schema, Relation.Identifier);

    /// <summary>The schemas in which leftovers are looked for: those of all that the project builds.</summary>
    public static ImmutableArray<string> SchemasOf(Manifest manifest) =>
        [.. Built(manifest).Select(b => b.Relation.Schema).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>The leftovers in order of name; what a node of the project builds itself is none.</summary>
    public static ImmutableArray<Leftover> Find(Manifest manifest, Catalog catalog)
    {
        (Node Node, RelationName Relation)[] built = [.. Built(manifest)];
        HashSet<RelationName> own = [.. built.Select(b => b.Relation)];
        return
        [
            .. built
                .SelectMany(b => Suffixes.Select(s => (b.Node, Name: b.Relation.WithIdentifier(TemporaryName.With(b.Relation.Identifier, s)))))
                .Where(c => !own.Contains(c.Name) && catalog.TryFind(c.Name, out _))
                .Select(c => new Leftover(c.Node, catalog.TryFind(c.Name, out ExistingRelation? found) ? found : throw new InvalidOperationException("gone")))
                .OrderBy(l => l.Name.Quoted, StringComparer.Ordinal),
        ];
    }

    /// <summary>Drops it, without `cascade`, in the turn of the relation beside which it stands: a run that is at work there is waited for.</summary>
    public SqlBatch Drop() => SqlBatch.Atomic(
        SqlStatement.Of(TurnStatement.Of(BuiltBeside)), SqlStatement.Of(DropStatement.Of(Relation.Kind, Name)));

    private RelationName BuiltBeside => (Node.Relation ?? throw new InvalidOperationException($"{Node.Id} has no relation")) with { Database = null };

    private static IEnumerable<(Node Node, RelationName Relation)> Built(Manifest manifest) => manifest.Nodes
        .Where(n => n is ModelNode or SeedNode or SnapshotNode && n.Relation is not null)
        .Select(n => (n, (n.Relation ?? throw new InvalidOperationException($"{n.Id} has no relation")) with { Database = null }));
}
