using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Postgres.Errors;

/// <summary>Tells why a connection failed and which line of profiles.yml to look at; the password is never part of it.</summary>
public static class ConnectionDiagnostics
{
    /// <summary>One error with the server's own words where they add something; placed at the key that matters, else at the output, else nowhere (a URL).</summary>
    public static Diagnostic Describe(DatabaseError error, ConnectionProfile profile)
    {
        ConnectionAdvice advice = ConnectionAdvice.For(error.Connection ?? ConnectionFailure.Other, profile, Tidy(error.Message, profile));
        Diagnostic diagnostic = Diagnostic.Error(advice.Code, advice.Message, PlaceOf(advice.Key, profile));
        return advice.Hints.Aggregate(diagnostic, (described, hint) => described.WithHint(hint)).WithHints(error);
    }

    private static Location? PlaceOf(string? key, ConnectionProfile profile) =>
        key is not null && profile.KeyLocations.TryGetValue(key, out Location? place) ? place : profile.Location;

    /// <summary>Neither Npgsql nor PostgreSQL repeats a password; a profile's mistake (a password typed as the user) still might bring one here.</summary>
    private static string Tidy(string message, ConnectionProfile profile) =>
        (profile.Password.Length > 3 ? message.Replace(profile.Password, "***", StringComparison.Ordinal) : message).TrimEnd('.');
}
