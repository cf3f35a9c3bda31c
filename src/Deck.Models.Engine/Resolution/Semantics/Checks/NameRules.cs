namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>What names of the semantic layer may be.</summary>
internal static class NameRules
{
    private static readonly string[] Reserved = ["metric_time", "mf_internal_uuid"];

    /// <summary>Words of SQL that no element can be called, as they stand in queries without quotes.</summary>
    private static readonly string[] Keywords =
    [
        "AND", "AS", "CREATE", "DISTINCT", "FOR", "FROM", "FULL", "HAVING", "IN", "INNER", "INTO", "IS", "JOIN", "LEFT", "LIKE", "NATURAL", "NOT", "NULL", "ON",
        "OR", "RIGHT", "SELECT", "UNION", "USING", "WHERE", "WITH",
    ];

    public static bool IsKeyword(string name) => Keywords.Contains(name, StringComparer.OrdinalIgnoreCase);

    /// <summary>What is wrong with a name, as the end of a sentence; null for a good one.</summary>
    public static string? FaultOf(string name)
    {
        if (FormFaultOf(name) is { } fault)
        {
            return fault;
        }

        if (SemanticWords.Granularities.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            return "is the name of a granularity";
        }

        return Reserved.Contains(name, StringComparer.OrdinalIgnoreCase) ? "is taken by the semantic layer itself" : null;
    }

    private static string? FormFaultOf(string name) => name switch
    {
        { Length: < 2 } => "is shorter than two letters",
        _ when !name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_') => "has other signs than lower-case letters, digits and underscores",
        _ when !char.IsAsciiLetterLower(name[0]) => "does not begin with a letter",
        _ when name[^1] == '_' => "ends with an underscore",
        _ when name.Contains("__", StringComparison.Ordinal) => "has two underscores in a row",
        _ => null,
    };
}
