namespace Deck.Models.Engine.Planning.Statements;

/// <summary>Pieces of a plpgsql block that take down the views that depend on something and put them up again.</summary>
internal static class DependentViews
{
    /// <summary>Sets `ids` and `family`, in which a view comes after those that it reads. Most relations have none: the server plans a statement of a block when it first comes to it, and this one is not cheap.</summary>
    public const string Find = """
              ids := array[]::oid[];
              family := array[]::text[];
              if exists (
                select from pg_catalog.pg_depend d
                where d.classid = 'pg_catalog.pg_rewrite'::regclass and d.refclassid = live_class and d.refobjid = live
              ) then
                with recursive below (id, depth) as (
                  select r.ev_class, 1
                  from pg_catalog.pg_depend d join pg_catalog.pg_rewrite r on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
                  where d.refclassid = live_class and d.refobjid = live and r.ev_class <> live
                  union
                  select r.ev_class, b.depth + 1
                  from below b
                  join pg_catalog.pg_depend d on d.refclassid = 'pg_catalog.pg_class'::regclass and d.refobjid = b.id
                  join pg_catalog.pg_rewrite r on d.classid = 'pg_catalog.pg_rewrite'::regclass and d.objid = r.oid
                  where r.ev_class <> b.id
                )
                select coalesce(array_agg(c.oid order by b.depth, n.nspname, c.relname), ids),
                  coalesce(array_agg(concat('"', replace(n.nspname, '"', '""'), '"."', replace(c.relname, '"', '""'), '"') order by b.depth, n.nspname, c.relname), family)
                into ids, family
                from (select id, max(depth) as depth from below group by id) b
                join pg_catalog.pg_class c on c.oid = b.id
                join pg_catalog.pg_namespace n on n.oid = c.relnamespace;
              end if;
        """;

    /// <summary>Notes how to make each view again: its query, owner, options, grants, defaults, indexes and comments. A materialized view gets its rows when its turn comes.</summary>
    public const string Describe = """
            for dependent in
              select c.oid as id, c.relkind, case c.relkind when 'm' then 'materialized view' else 'view' end as kind,
                format('%I.%I', n.nspname, c.relname) as name, family[f.place] as quoted, c.relowner, c.relacl, c.reloptions
              from unnest(ids) with ordinality f (id, place)
              join pg_catalog.pg_class c on c.oid = f.id
              join pg_catalog.pg_namespace n on n.oid = c.relnamespace
              order by f.place
            loop
              if dependent.relkind not in ('v', 'm')
                or (dependent.relkind = 'm' and not dependent.quoted = any (built))
                or exists (select from pg_catalog.pg_trigger t where t.tgrelid = dependent.id and not t.tgisinternal)
                or exists (select from pg_catalog.pg_rewrite r where r.ev_class = dependent.id and r.rulename <> '_RETURN')
              then
                raise exception using errcode = '2BP01',
                  message = format('%s depends on %s and cannot be rebuilt', dependent.name, target),
                  detail = 'It is a materialized view that this run does not build, or a view with triggers or rules of its own.';
              end if;
              kinds := kinds || dependent.kind;
              names := names || dependent.name;
              expected := expected || (dependent.quoted = any (built));
              definitions := definitions || format('create %s %s%s as %s%s', dependent.kind, dependent.name,
                ' with (' || array_to_string(dependent.reloptions, ', ') || ')', rtrim(pg_catalog.pg_get_viewdef(dependent.id), ';'),
                case dependent.relkind when 'm' then ' with no data' end);
              additions := additions || (select coalesce(string_agg(a.sql, '; '), '') from (
                select format('alter %s %s owner to %I', dependent.kind, dependent.name, pg_catalog.pg_get_userbyid(dependent.relowner)) as sql
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
                select pg_catalog.pg_get_indexdef(x.indexrelid) from pg_catalog.pg_index x where x.indrelid = dependent.id
                union all
                select format('alter view %s alter column %I set default %s', dependent.name, t.attname, pg_catalog.pg_get_expr(f.adbin, f.adrelid))
                from pg_catalog.pg_attrdef f join pg_catalog.pg_attribute t on t.attrelid = f.adrelid and t.attnum = f.adnum
                where f.adrelid = dependent.id
                union all
                select case d.objsubid
                  when 0 then format('comment on %s %s is %L', dependent.kind, dependent.name, d.description)
                  else format('comment on column %s.%I is %L', dependent.name, t.attname, d.description) end
                from pg_catalog.pg_description d
                left join pg_catalog.pg_attribute t on t.attrelid = d.objoid and t.attnum = d.objsubid
                where d.classoid = 'pg_catalog.pg_class'::regclass and d.objoid = dependent.id
              ) a);
            end loop;
        """;

    /// <summary>The last first.</summary>
    public const string TakeDown = """
                for i in reverse coalesce(array_length(names, 1), 0)..1 loop
                  execute format('drop %s %s', kinds[i], names[i]);
                end loop;
        """;

    /// <summary>A view that the run builds anyway may stay down.</summary>
    public const string PutUpAgain = """
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
}
