using System.Collections.Frozen;

namespace Deck.Models.Engine.Compilation;

/// <summary>PostgreSQL's internal type names (`int4`, `_text`) as SQL writes them (`integer`, `text[]`).</summary>
internal static class TypeNames
{
    private static readonly FrozenDictionary<string, string> Sql = new Dictionary<string, string>
    {
        ["bool"] = "boolean",
        ["int2"] = "smallint",
        ["int4"] = "integer",
        ["int8"] = "bigint",
        ["float4"] = "real",
        ["float8"] = "double precision",
        ["varchar"] = "character varying",
        ["bpchar"] = "character",
        ["timestamp"] = "timestamp without time zone",
        ["timestamptz"] = "timestamp with time zone",
        ["time"] = "time without time zone",
        ["timetz"] = "time with time zone",
        ["varbit"] = "bit varying",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    public static string ToSql(string typeName) => typeName.StartsWith('_')
        ? $"{ToSql(typeName[1..])}[]"
        : Sql.GetValueOrDefault(typeName, typeName);
}
