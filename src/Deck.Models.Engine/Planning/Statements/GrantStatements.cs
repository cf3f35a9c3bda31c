using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Planning.Statements;

/// <summary>The config `grants`: who may do what with a relation.</summary>
internal static class GrantStatements
{
    /// <param name="isNew">False where the relation may hold grants that the config no longer names: those are revoked first.</param>
    public static IEnumerable<string> Of(Node node, RelationName relation, bool isNew)
    {
        Dictionary<string, List<string>> wanted = Read(node);
        if (wanted.Count == 0)
        {
            return [];
        }

        IEnumerable<string> grants = Grants(wanted, relation.Quoted);
        return isNew ? grants : [Revoke(Held.ByRelation(relation), wanted), .. grants];
    }

    /// <summary>What everybody may do by default with a function is left alone.</summary>
    /// <param name="types">The types of its arguments.</param>
    public static IEnumerable<string> OfFunction(Node node, RelationName name, string types)
    {
        Dictionary<string, List<string>> wanted = Read(node);
        Held held = Held.ByFunction(name, types);
        return wanted.Count == 0 ? [] : [Revoke(held, wanted), .. Grants(wanted, held.Object)];
    }

    private static IEnumerable<string> Grants(Dictionary<string, List<string>> wanted, string what) =>
        wanted.Where(w => w.Value.Count > 0).Select(w => $"grant {w.Key} on {what} to {string.Join(", ", w.Value)}");

    private static Dictionary<string, List<string>> Read(Node node)
    {
        Dictionary<string, List<string>> wanted = [];
        if (node.Config.TryGet("grants", out Value? value) && value is DictValue grants)
        {
            foreach ((Value privilege, Value grantees) in grants.Entries)
            {
                wanted[privilege.ToText()] = grantees is ListValue list ? [.. list.Items.Select(i => i.ToText())] : [grantees.ToText()];
            }
        }

        return wanted;
    }

    /// <summary>dbt compares with what `information_schema` shows and revokes the difference, whatever the privilege; so does this, on the server.</summary>
    private static string Revoke(Held held, Dictionary<string, List<string>> wanted)
    {
        IEnumerable<string> kept = wanted.SelectMany(w => w.Value.Select(g => $"{w.Key}:{g.Trim('"')}".ToLowerInvariant()));
        return $"""
            do $deckmodel$
            declare held record;
            begin
              for held in
                select a.privilege_type as privilege, case a.grantee when 0 then 'public' else pg_catalog.pg_get_userbyid(a.grantee) end as grantee
                {held.Query}
              loop
                if lower(held.privilege || ':' || held.grantee) <> all ({SqlLiteral.Array(kept)}) then
                  execute format('revoke %s on %s from %s', held.privilege, {SqlLiteral.Of(held.Object)},
                    case held.grantee when 'public' then 'public' else quote_ident(held.grantee) end);
                end if;
              end loop;
            end
            $deckmodel$
            """;
    }

    /// <summary>The grants that something in the database holds.</summary>
    /// <param name="Object">Its name as `grant` and `revoke` want it.</param>
    /// <param name="Query">What to read its grants `a` from.</param>
    private sealed record Held(string Object, string Query)
    {
        public static Held ByRelation(RelationName relation) => new(relation.Quoted, $"""
            from pg_catalog.pg_class c, lateral pg_catalog.aclexplode(c.relacl) a
                where c.oid = {SqlLiteral.Of(relation.Quoted)}::pg_catalog.regclass and a.grantee <> c.relowner
            """);

        public static Held ByFunction(RelationName name, string types) => new($"function {name.Quoted}({types})", $"""
            from pg_catalog.pg_proc c, lateral pg_catalog.aclexplode(c.proacl) a
                where c.oid = {SqlLiteral.Of($"{name.Quoted}({types})")}::pg_catalog.regprocedure and a.grantee not in (0, c.proowner)
            """);
    }
}
