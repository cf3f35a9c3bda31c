using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>Diagnostics of profiles and connection settings.</summary>
public static class ProfileCodes
{
    public static readonly DiagnosticCode NoProfiles = new(401, "no profiles.yml");

    public static readonly DiagnosticCode UnknownProfile = new(402, "unknown profile");

    public static readonly DiagnosticCode UnknownTarget = new(403, "unknown target");

    public static readonly DiagnosticCode MissingKey = new(404, "connection setting is missing");

    public static readonly DiagnosticCode WrongType = new(405, "connection setting of the wrong type");

    public static readonly DiagnosticCode UnknownKey = new(406, "unknown connection setting");

    public static readonly DiagnosticCode UnsupportedAdapter = new(407, "database is not PostgreSQL");

    public static readonly DiagnosticCode NoProfileName = new(408, "project names no profile");

    public static readonly DiagnosticCode BadUrl = new(409, "database URL is wrong");
}
