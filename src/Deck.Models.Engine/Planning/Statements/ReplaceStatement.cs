using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>
/// Puts what was built beside into the place of the live relation or function, on the server and in one statement: views that depend on the live
/// one are taken down, the live one is dropped without `cascade`, the new one renamed, and the views are put up again with their owner,
/// options, grants and comments.
/// </summary>
/// <remarks>
/// It looks at what is there when it runs, under the locks that it holds, so nothing read earlier can be out of date. A view of the project
/// that no longer fits stays down when this run builds it anyway (<see cref="BuiltRelations"/>); any other stops the model with <see cref="CannotRebuild"/>. Everything
/// else that depends on the live one makes the `drop` fail with `2BP01`, which names it.
/// </remarks>
internal static class ReplaceStatement
{
    /// <summary>SQLSTATE of this statement's own refusals: `dependent_objects_still_exist`.</summary>
    public const string CannotRebuild = "2BP01";

    /// <summary>
    /// Two exchanges that would take down the same view wait for each other, or one would look for what the other has just dropped; all others
    /// go on side by side. The locks are taken in order of name, and the views are looked for again once they are held.
    /// </summary>
    private const string LockFamily = $"""
            loop
        {DependentViews.Find}
              exit when family <@ held;
              perform pg_advisory_xact_lock(hashtext('deckmodel exchange'), hashtext(v.name))
              from (select unnest(family) as name except select unnest(held) order by 1) v;
              held := held || family;
            end loop;
        """;

    /// <summary>The locks that keep readers out come last, and with patience.</summary>
    private static readonly string Exchange = LockPatience.Around($"""
                if live_class = 'pg_catalog.pg_class'::regclass and (select c.relkind from pg_catalog.pg_class c where c.oid = live) in ('r', 'p') then
                  execute format('lock table %s in access exclusive mode', target);
                end if;
        {DependentViews.TakeDown}
                execute drop_live;
        """);

    public static string Of(RelationName target, RelationName beside, RelationKind kind) => Of(ReplacedObject.Relation(target, beside, kind));

    public static string Of(ReplacedObject replaced) => $"""
        do $deckmodel$
        declare
        {Declare(replaced)}
        begin
          -- With an empty path the server writes every name in full.
          perform set_config('search_path', '', true);
          if live is not null then
        {LockFamily}
        {DependentViews.Describe}
            drop_live := {replaced.Drop};
        {Exchange}
          end if;
          execute {replaced.Rename};
        {DependentViews.PutUpAgain}
          perform set_config('search_path', path, true);
        end
        $deckmodel$
        """;

    private static string Declare(ReplacedObject replaced) => $"""
          target constant text := {SqlLiteral.Of(replaced.Target)};
          built constant text[] := coalesce(nullif(current_setting('{BuiltRelations.Setting}', true), '')::text[], array[]::text[]);
          path constant text := current_setting('search_path');
        {LockPatience.Declarations}
          live_class constant regclass := 'pg_catalog.{replaced.Class}'::regclass;
          live oid := {replaced.Find};
          beside constant oid := {replaced.Beside};
          drop_live text;
          ids oid[];
          family text[];
          held text[] := array[]::text[];
          dependent record;
          kinds text[] := array[]::text[];
          names text[] := array[]::text[];
          expected boolean[] := array[]::boolean[];
          definitions text[] := array[]::text[];
          additions text[] := array[]::text[];
        """;
}
