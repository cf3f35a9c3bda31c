using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>What an exchange takes out of the database and puts in its place, a relation or a function, as expressions of the exchange's block.</summary>
/// <param name="Target">Its name in messages.</param>
/// <param name="Class">The system catalog that it is in: `pg_class` or `pg_proc`.</param>
/// <param name="Find">Gives its oid (`live`), or null where it does not exist.</param>
/// <param name="Beside">Gives the oid of what was built beside.</param>
internal sealed record ReplacedObject(string Target, string Class, string Find, string Beside)
{
    /// <summary>Gives the statement that drops the live one, without `cascade`, after those that hand over what is to outlive it.</summary>
    public required string Drop { get; init; }

    /// <summary>Gives the statement that gives what was built beside its name.</summary>
    public required string Rename { get; init; }

    public static ReplacedObject Relation(RelationName target, RelationName beside, RelationKind kind) => new(
        target.Quoted, "pg_class", $"to_regclass({SqlLiteral.Of(target.Quoted)})", "null")
    {
        Drop = $"""
            (select format('drop %s %s', case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' else 'table' end, target)
                  from pg_catalog.pg_class c where c.oid = live)
            """,
        Rename = SqlLiteral.Of($"alter {DropStatement.KeywordOf(kind)} {beside.Quoted} rename to {RelationName.Quote(target.Identifier)}"),
    };

    /// <summary>The server writes the types of the arguments: those in the files may need the search path, which the block has emptied by then.</summary>
    /// <param name="types">The types of its arguments.</param>
    public static ReplacedObject Function(RelationName target, RelationName beside, string types) => new(
        $"{target.Quoted}({types})",
        "pg_proc",
        $"to_regprocedure({SqlLiteral.Of($"{target.Quoted}({types})")})",
        $"to_regprocedure({SqlLiteral.Of($"{beside.Quoted}({types})")})")
    {
        Drop = """
            (select coalesce(string_agg(format('grant execute on function %s to %s%s; ', beside::regprocedure,
                  case g.grantee when 0 then 'public' else quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) end,
                  case when g.is_grantable then ' with grant option' else '' end), ''), '')
                from pg_catalog.pg_proc p, lateral pg_catalog.aclexplode(p.proacl) g where p.oid = live and g.grantee <> p.proowner)
              || format('drop function %s', live::regprocedure)
            """,
        Rename = $"format('alter function %s rename to %I', beside::regprocedure, {SqlLiteral.Of(target.Identifier)})",
    };
}
