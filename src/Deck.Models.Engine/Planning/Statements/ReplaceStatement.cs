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

    /// <summary>For a statement before the exchange that would keep readers out.</summary>
    public const string LimitPatience = $"set local lock_timeout = '{OneTry}'";

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

    /// <summary>
    /// The locks that keep readers out are asked for with patience for a moment only, again and again: behind one that waits for a long
    /// query every other reader would have to wait too. A `lock_timeout` of the user's own bounds the whole.
    /// </summary>
    private const string Exchange = $"""
            loop
              begin
                perform set_config('lock_timeout', '{OneTry}', true);
                if live_class = 'pg_catalog.pg_class'::regclass and (select c.relkind from pg_catalog.pg_class c where c.oid = live) in ('r', 'p') then
                  execute format('lock table %s in access exclusive mode', target);
                end if;
        {DependentViews.TakeDown}
                execute drop_live;
                exit;
              exception when lock_not_available then
                if patience::interval > interval '0' and clock_timestamp() - began > patience::interval then
                  raise;
                end if;
              end;
              perform pg_sleep(0.1);
            end loop;
            perform set_config('lock_timeout', patience, true);
        """;

    /// <summary>How long readers may be held up by one try.</summary>
    private const string OneTry = "300ms";

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
          patience constant text := current_setting('lock_timeout');
          began constant timestamptz := clock_timestamp();
          live_class constant regclass := 'pg_catalog.{replaced.Class}'::regclass;
          live oid := {replaced.Find};
          beside constant oid := {replaced.Beside};
          drop_live text;
          ids oid[];
          family text[];
          held text[] := array[]::text[];
          dependent record;
          names text[] := array[]::text[];
          expected boolean[] := array[]::boolean[];
          definitions text[] := array[]::text[];
          additions text[] := array[]::text[];
        """;
}
