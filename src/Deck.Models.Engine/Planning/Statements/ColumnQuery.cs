namespace Deck.Models.Engine.Planning.Statements;

/// <summary>Asks for a relation's columns: name and type, in order.</summary>
internal static class ColumnQuery
{
    public static string Of(string relation) => $"""
        select a.attname::text, pg_catalog.format_type(a.atttypid, a.atttypmod)
        from pg_catalog.pg_attribute a
        where a.attrelid = {SqlLiteral.Of(relation)}::pg_catalog.regclass and a.attnum > 0 and not a.attisdropped
        order by a.attnum
        """;
}
