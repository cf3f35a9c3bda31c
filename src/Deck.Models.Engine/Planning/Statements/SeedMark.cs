using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>The mark on a seed's table of what it was loaded from: a comment on the type of its rows, which goes where the table goes (decision 0015).</summary>
/// <param name="Target">The table.</param>
/// <param name="Digest">Of the file and of everything that the table is made by.</param>
internal sealed record SeedMark(RelationName Target, string Digest)
{
    private string Text => $"deckmodel seed {Digest} ";

    private string Table => $"pg_catalog.to_regclass({SqlLiteral.Of(Target.Quoted)})";

    /// <summary>
    /// The state of the table: which transactions have written its rows, and how many each, and its entries in the system catalogs. No one
    /// can change the table and leave that as it was.
    /// </summary>
    private string State => $"""
        (select pg_catalog.md5(pg_catalog.string_agg(part, ' ' order by part)) from (
          select pg_catalog.concat('rows ', xmin, ' ', pg_catalog.count(*)) as part from only {Target.Quoted} group by xmin
          union all select pg_catalog.concat('table ', xmin) from pg_catalog.pg_class where oid = {Table}
          union all select pg_catalog.concat('column ', attnum, ' ', xmin) from pg_catalog.pg_attribute where attrelid = {Table}
          union all select pg_catalog.concat('index ', indexrelid, ' ', xmin) from pg_catalog.pg_index where indrelid = {Table}
          union all select pg_catalog.concat('constraint ', oid, ' ', xmin) from pg_catalog.pg_constraint where conrelid = {Table}
          union all select pg_catalog.concat('trigger ', oid, ' ', xmin) from pg_catalog.pg_trigger where tgrelid = {Table}
          union all select pg_catalog.concat('rule ', oid, ' ', xmin) from pg_catalog.pg_rewrite where ev_class = {Table}
          union all select pg_catalog.concat('policy ', oid, ' ', xmin) from pg_catalog.pg_policy where polrelid = {Table}
          union all select pg_catalog.concat('comment ', objsubid, ' ', xmin) from pg_catalog.pg_description
            where objoid = {Table} and classoid = 'pg_catalog.pg_class'::pg_catalog.regclass
        ) as parts)
        """;

    /// <summary>Sets the mark, as the last thing in the transaction that loads the table; a table that a hook has given to another role stays without.</summary>
    public string Set => $"""
        do $deckmodel$
        begin
          execute pg_catalog.format('comment on type %s is %L', {SqlLiteral.Of(Target.Quoted)}, {SqlLiteral.Of(Text)} || {State});
        exception when insufficient_privilege then
          null;
        end
        $deckmodel$
        """;

    /// <summary>Asks, in one row with `t`, whether the table has the mark and is as it was when it got it; the rows are only looked at where the digest is the same.</summary>
    public SqlStatement IsSound => SqlStatement.Of($"""
        select case when pg_catalog.strpos(mark, {SqlLiteral.Of(Text)}) = 1 then mark = {SqlLiteral.Of(Text)} || {State} else false end
        from (select pg_catalog.obj_description(reltype, 'pg_type') as mark from pg_catalog.pg_class where oid = {Table}) as marked
        """);
}
