using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>
/// Puts a relation that was built beside into the place of the live one, on the server and in one statement: views that depend on the live
/// one are taken down, the live one is dropped without `cascade`, the new one renamed, and the views are put up again with their owner,
/// options, grants and comments.
/// </summary>
/// <remarks>
/// It looks at what is there when it runs, under the lock that it holds, so nothing read earlier can be out of date. A view of the project
/// that no longer fits stays down when this run builds it anyway (<see cref="BuiltRelations"/>); any other stops the model with <see cref="CannotRebuild"/>. Everything
/// else that depends on the live relation makes the `drop` fail with `2BP01`, which names it.
/// </remarks>
internal static class ReplaceStatement
{
    /// <summary>SQLSTATE of this statement's own refusals: `dependent_objects_still_exist`.</summary>
    public const string CannotRebuild = "2BP01";

    /// <summary>Two exchanges may take down the same view: one after the other, or one would look for what the other has just dropped.</summary>
    private const string TakeLocks = """
            perform pg_advisory_xact_lock(hashtext('deckmodel exchange'));
            if (select c.relkind from pg_catalog.pg_class c where c.oid = live) in ('r', 'p') then
              execute format('lock table %s in access exclusive mode', target);
            end if;
        """;

    /// <summary>Most relations have none: the server plans a statement of a block when it first comes to it, and this one is not cheap.</summary>
    private const string FindDependents = """
            if exists (
              select from pg_catalog.pg_depend d
              where d.classid = 'pg_catalog.pg_rewrite'::regclass and d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = live
            ) then
            for dependent in
              with recursive below (id, depth) as (
                select r.ev_class, 1
                from pg_catalog.pg_depend d join pg_catalog.pg_rewrite r on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
                where d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = live and r.ev_class <> live
                union
                select r.ev_class, b.depth + 1
                from below b
                join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = b.id
                join pg_catalog.pg_rewrite r on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
                where r.ev_class <> b.id
              )
              select c.oid as id, c.relkind, format('%I.%I', n.nspname, c.relname) as name,
                concat('"', replace(n.nspname, '"', '""'), '"."', replace(c.relname, '"', '""'), '"') as quoted, c.relowner, c.relacl, c.reloptions
              from (select id, max(depth) as depth from below group by id) b
              join pg_catalog.pg_class c on c.oid = b.id
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              order by b.depth, name
            loop
        """;

    private const string DescribeDependent = """
              if dependent.relkind <> 'v'
                or exists (select from pg_catalog.pg_trigger t where t.tgrelid = dependent.id and not t.tgisinternal)
                or exists (select from pg_catalog.pg_rewrite r where r.ev_class = dependent.id and r.rulename <> '_RETURN')
              then
                raise exception using errcode = '2BP01',
                  message = format('%s depends on %s and cannot be rebuilt', dependent.name, target),
                  detail = 'It is a materialized view, or a view with triggers or rules of its own.';
              end if;
              names := names || dependent.name;
              expected := expected || (dependent.quoted = any (built));
              definitions := definitions || format('create view %s%s as %s', dependent.name,
                ' with (' || array_to_string(dependent.reloptions, ', ') || ')', pg_catalog.pg_get_viewdef(dependent.id));
              additions := additions || (select coalesce(string_agg(a.sql, '; '), '') from (
                select format('alter view %s owner to %I', dependent.name, pg_catalog.pg_get_userbyid(dependent.relowner)) as sql
                where pg_catalog.pg_get_userbyid(dependent.relowner) <> current_user
                union all
                select format('grant %s on %s to %s%s', g.privilege_type, dependent.name,
                  case g.grantee when 0 then 'public' else quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) end,
                  case when g.is_grantable then ' with grant option' else '' end)
                from pg_catalog.aclexplode(dependent.relacl) g where g.grantee <> dependent.relowner
                union all
                select format('grant %s (%I) on %s to %s%s', g.privilege_type, t.attname, dependent.name,
                  case g.grantee when 0 then 'public' else quote_ident(pg_catalog.pg_get_userbyid(g.grantee)) end,
                  case when g.is_grantable then ' with grant option' else '' end)
                from pg_catalog.pg_attribute t, lateral pg_catalog.aclexplode(t.attacl) g
                where t.attrelid = dependent.id and g.grantee <> dependent.relowner
                union all
                select format('alter view %s alter column %I set default %s', dependent.name, t.attname, pg_catalog.pg_get_expr(f.adbin, f.adrelid))
                from pg_catalog.pg_attrdef f join pg_catalog.pg_attribute t on t.attrelid = f.adrelid and t.attnum = f.adnum
                where f.adrelid = dependent.id
                union all
                select case d.objsubid
                  when 0 then format('comment on view %s is %L', dependent.name, d.description)
                  else format('comment on column %s.%I is %L', dependent.name, t.attname, d.description) end
                from pg_catalog.pg_description d
                left join pg_catalog.pg_attribute t on t.attrelid = d.objoid and t.attnum = d.objsubid
                where d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = dependent.id
              ) a);
            end loop;
            end if;
        """;

    private const string Exchange = """
            for i in reverse coalesce(array_length(names, 1), 0)..1 loop
              execute 'drop view ' || names[i];
            end loop;
            select case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'f' then 'foreign table' else 'table' end
              into live_kind from pg_catalog.pg_class c where c.oid = live;
            execute format('drop %s %s', live_kind, target);
          end if;
        """;

    private const string PutUpAgain = """
          for i in 1..coalesce(array_length(names, 1), 0) loop
            begin
              execute definitions[i];
              if additions[i] <> '' then
                execute additions[i];
              end if;
            exception when others then
              if not expected[i] then
                raise exception using errcode = '2BP01', message = format('%s depends on %s and cannot be rebuilt: %s', names[i], target, sqlerrm);
              end if;
            end;
          end loop;
        """;

    public static string Of(RelationName target, RelationName beside, RelationKind kind) => $"""
        do $deckmodel$
        declare
          target constant text := {SqlLiteral.Of(target.Quoted)};
          built constant text[] := coalesce(nullif(current_setting('{BuiltRelations.Setting}', true), '')::text[], array[]::text[]);
          path constant text := current_setting('search_path');
          live regclass := to_regclass(target);
          live_kind text;
          dependent record;
          names text[] := array[]::text[];
          expected boolean[] := array[]::boolean[];
          definitions text[] := array[]::text[];
          additions text[] := array[]::text[];
        begin
          -- With an empty path the server writes every name in full.
          perform set_config('search_path', '', true);
          if live is not null then
        {TakeLocks}
        {FindDependents}
        {DescribeDependent}
        {Exchange}
          execute {SqlLiteral.Of($"alter {DropStatement.KeywordOf(kind)} {beside.Quoted} rename to {RelationName.Quote(target.Identifier)}")};
        {PutUpAgain}
          perform set_config('search_path', path, true);
        end
        $deckmodel$
        """;
}
