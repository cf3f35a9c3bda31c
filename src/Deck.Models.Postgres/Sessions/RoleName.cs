using Deck.Models.Engine.Resolution;

namespace Deck.Models.Postgres.Sessions;

/// <summary>A profile's `role` as SQL: dbt sends it bare, so that the server folds it to lower case; what could not stand bare is quoted.</summary>
internal static class RoleName
{
    public static string ForSql(string role)
    {
        bool bare = role.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(role[0]);
        bool quoted = role.Length > 2 && role[0] == '"' && role[^1] == '"' && !role[1..^1].Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal);
        return bare || quoted ? role : RelationName.Quote(role);
    }
}
