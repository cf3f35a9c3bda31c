using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>The config `indexes` of a model.</summary>
internal sealed class IndexList
{
    private static readonly ImmutableArray<string> Keys = ["columns", "unique", "type"];

    private readonly ImmutableArray<Index> indexes;

    private IndexList(ImmutableArray<Index> indexes) => this.indexes = indexes;

    public static Checked<IndexList> Of(Node node)
    {
        if (!node.Config.TryGet("indexes", out Value? value) || value.IsNone)
        {
            return Check.Ok(new IndexList([]));
        }

        Location place = node.Config.LocationOf("indexes") ?? node.Location;
        Index?[] read = value is ListValue list ? [.. list.Items.Select(e => Read(e, node.Relation?.Identifier ?? node.Name))] : [null];
        return read.Any(i => i is null)
            ? Check.Failed<IndexList>(Diagnostic.Error(PlanningCodes.MalformedIndex, $"`indexes` of `{node.Name}` needs a list of dicts with a list of `columns`, and with `unique` and `type` at most", place)
                .WithHint("write `indexes=[{'columns': ['id'], 'unique': true, 'type': 'btree'}]`"))
            : Check.Ok(new IndexList([.. read.OfType<Index>()]));
    }

    /// <summary>Creates the indexes under their final names.</summary>
    public IEnumerable<string> CreateOn(string relation) => indexes.Select(i => i.Create(i.Name, relation));

    /// <summary>Creates the indexes under temporary names, as the final ones belong to the live relation.</summary>
    public IEnumerable<string> CreateBeside(string relation) => indexes.Select(i => i.Create(i.TemporaryName, relation));

    /// <summary>Gives the indexes made by <see cref="CreateBeside"/> their final names.</summary>
    public IEnumerable<string> Rename(string schema) =>
        indexes.Select(i => $"alter index {RelationName.Quote(schema)}.{RelationName.Quote(i.TemporaryName)} rename to {RelationName.Quote(i.Name)}");

    /// <summary>Compares with what a relation has, by columns whatever their order, uniqueness and method, as dbt does.</summary>
    public IndexChanges ChangesFrom(ImmutableArray<ExistingIndex> existing, RelationName relation)
    {
        IEnumerable<string> surplus = existing.Where(e => !indexes.Any(i => i.IsLike(e)))
            .Select(e => $"drop index {RelationName.Quote(relation.Schema)}.{RelationName.Quote(e.Name)}");
        IEnumerable<string> missing = indexes.Where(i => !existing.Any(i.IsLike)).Select(i => i.Create(i.Name, relation.Quoted));
        return new IndexChanges([.. surplus, .. missing], existing.Any(e => e.IsKey));
    }

    private static Index? Read(Value entry, string relation)
    {
        if (entry is not DictValue dict || !dict.TryGet("columns", out Value? columns) || columns is not ListValue { Items: var items } || dict.Entries.Keys.Any(k => !Keys.Contains(k.ToText())))
        {
            return null;
        }

        ImmutableArray<string> names = [.. items.Select(i => i.ToText())];
        bool unique = dict.TryGet("unique", out Value? isUnique) && isUnique.IsTrue;
        string? type = dict.TryGet("type", out Value? kind) && !kind.IsNone ? kind.ToText() : null;
        return names.IsEmpty ? null : new Index(relation, names, unique, type);
    }

    /// <summary>One index; its name tells the relation and the columns, with a hash of all that makes it different from others.</summary>
    private sealed record Index(string Relation, ImmutableArray<string> Columns, bool Unique, string? Type)
    {
        public string Name
        {
            get
            {
                string columns = string.Join('_', Columns);
                string hash = Statements.TemporaryName.HashOf($"{Relation}|{string.Join('|', Columns)}|{Unique}|{Type}");
                return Statements.TemporaryName.With($"{Relation}_{columns}", $"_{hash}_idx");
            }
        }

        public string TemporaryName => Statements.TemporaryName.With(Name, "__dbt_tmp");

        public bool IsLike(ExistingIndex other) =>
            Unique == other.Unique
            && string.Equals(Type ?? "btree", other.Method, StringComparison.OrdinalIgnoreCase)
            && Columns.Select(Plain).ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(other.Columns.Select(Plain));

        /// <summary>Columns stand as written, as in dbt: they may be expressions.</summary>
        public string Create(string name, string relation) =>
            $"create {(Unique ? "unique " : "")}index {RelationName.Quote(name)} on {relation}{(Type is null ? "" : $" using {Type}")} ({string.Join(", ", Columns)})";

        /// <summary>A column or expression without quotes, parentheses around it and spaces, which the server writes by its own taste.</summary>
        private static string Plain(string column) =>
            column.Replace("\"", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).TrimStart('(').TrimEnd(')');
    }
}
