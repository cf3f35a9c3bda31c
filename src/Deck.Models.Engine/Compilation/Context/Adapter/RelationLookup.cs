using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>Asks the catalog what exists.</summary>
internal static class RelationLookup
{
    /// <summary>The relation of that name with its type, or None; names are meant as the project's `quoting` has them.</summary>
    public static Value Find(ExecuteScope scope, string schema, string identifier)
    {
        RelationQuoting quoting = scope.Invocation.Project.Quoting;
        (_, schema, identifier) = quoting.NameOf(null, schema, identifier);
        QueryResult result = scope.Query($"""
            select c.relkind
            from pg_catalog.pg_class as c
            inner join pg_catalog.pg_namespace as n on n.oid = c.relnamespace
            where n.nspname = {SqlText.Literal(schema)} and c.relname = {SqlText.Literal(identifier)} and c.relkind in ('r', 'p', 'v', 'm', 'f')
            """);
        return result.Rows is [[{ } kind], ..]
            ? new RelationValue { Database = scope.Invocation.Project.Profile.Database, Schema = schema, Identifier = identifier, Type = TypeOf(kind), Quoting = RelationPolicy.Of(quoting) }
            : Value.None;
    }

    public static bool HasSchema(ExecuteScope scope, string schema) =>
        scope.Query($"select 1 from pg_catalog.pg_namespace where nspname = {SqlText.Literal(schema)}").Rows.Count > 0;

    private static RelationTypeValue TypeOf(string kind) => kind switch
    {
        "v" => RelationTypeValue.View,
        "m" => RelationTypeValue.MaterializedView,
        "f" => RelationTypeValue.External,
        _ => RelationTypeValue.Table,
    };
}
