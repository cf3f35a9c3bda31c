using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>The config `persist_docs`: descriptions as comments in the database.</summary>
internal static class CommentStatements
{
    public static IEnumerable<string> Of(Node node, RelationName relation, RelationKind kind)
    {
        if (!node.Config.TryGet("persist_docs", out Value? value) || value is not DictValue docs)
        {
            yield break;
        }

        if (IsOn(docs, "relation") && node.Description.Length > 0)
        {
            yield return $"comment on {DropStatement.KeywordOf(kind)} {relation.Quoted} is {SqlLiteral.Of(node.Description)}";
        }

        if (IsOn(docs, "columns") && node.Columns.Any())
        {
            yield return OnColumns(relation, [.. node.Columns]);
        }
    }

    /// <param name="types">The types of its arguments.</param>
    public static IEnumerable<string> OfFunction(Node node, RelationName name, string types) =>
        node.Config.TryGet("persist_docs", out Value? value) && value is DictValue docs && IsOn(docs, "relation") && node.Description.Length > 0
            ? [$"comment on function {name.Quoted}({types}) is {SqlLiteral.Of(node.Description)}"]
            : [];

    private static bool IsOn(DictValue docs, string key) => docs.TryGet(key, out Value? value) && value.IsTrue;

    /// <summary>As in dbt, a description of a column that does not exist is left out, and an empty one takes a comment away; an unquoted name is found whatever its case.</summary>
    private static string OnColumns(RelationName relation, Column[] columns)
    {
        string rows = string.Join(",\n    ", columns.Select(c => $"({SqlLiteral.Of(c.Name)}, {SqlLiteral.Of(c.Description)})"));
        return $"""
            do $deckmodel$
            declare described record;
            begin
              for described in
                select a.attname as name, d.comment
                from (values
                {rows}) d (name, comment)
                join pg_catalog.pg_attribute a on a.attrelid = {SqlLiteral.Of(relation.Quoted)}::pg_catalog.regclass
                  and a.attname in (d.name, lower(d.name)) and a.attnum > 0 and not a.attisdropped
              loop
                execute format('comment on column %s.%I is %L', {SqlLiteral.Of(relation.Quoted)}, described.name, described.comment);
              end loop;
            end
            $deckmodel$
            """;
    }
}
