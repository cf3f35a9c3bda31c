using System.Collections.Frozen;

namespace Deck.Models.Cli.Console.Results;

/// <summary>What printing needs to know of PostgreSQL's types.</summary>
internal static class PostgresTypes
{
    private static readonly FrozenSet<string> Numbers = FrozenSet.ToFrozenSet(["int2", "int4", "int8", "oid", "numeric", "float4", "float8", "money"]);
    private static readonly FrozenSet<string> JsonNumbers = FrozenSet.ToFrozenSet(["int2", "int4", "int8", "oid", "numeric", "float4", "float8"]);

    /// <summary>True for types whose values are set flush right.</summary>
    public static bool IsNumber(string type) => Numbers.Contains(type);

    public static bool IsJsonNumber(string type) => JsonNumbers.Contains(type);

    public static bool IsBoolean(string type) => type == "bool";

    public static bool IsJson(string type) => type is "json" or "jsonb";
}
