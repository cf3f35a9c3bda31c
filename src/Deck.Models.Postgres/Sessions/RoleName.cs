using Deck.Models.Engine.Resolution;

namespace Deck.Models.Postgres.Sessions;

/// <summary>A profile's `role` as the server names it: dbt sends it bare, so that the server folds it to lower case; what could not stand bare is taken as it is.</summary>
internal static class RoleName
{
    /// <summary>For what cannot run in a transaction, or ends it.</summary>
    public const string AdviceBehindPooler =
        "through a pooler the profile's `role` holds in transactions only: have the server set it, by `alter role … set role = …` for the user of the profile";

    /// <summary>Takes the role `$1` for the session where the server process is the one that the client was told of, else only until this statement's own transaction ends; and says whether it was another.</summary>
    public static string InSession(int process) =>
        $"select pg_catalog.set_config('role', $1, pg_catalog.pg_backend_pid() <> {process}), pg_catalog.pg_backend_pid() <> {process}";

    /// <summary>Takes the role for the transaction that has begun.</summary>
    public static string InTransaction(string role) => $"set local role {RelationName.Quote(Of(role))}";

    public static string Of(string role)
    {
        bool bare = role.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') && !char.IsAsciiDigit(role[0]);
        bool quoted = role.Length > 2 && role[0] == '"' && role[^1] == '"' && !role[1..^1].Replace("\"\"", "", StringComparison.Ordinal).Contains('"', StringComparison.Ordinal);
        return bare ? role.ToLowerInvariant() : quoted ? role[1..^1].Replace("\"\"", "\"", StringComparison.Ordinal) : role;
    }
}
