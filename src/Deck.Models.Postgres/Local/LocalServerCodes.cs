using Deck.Models.Text;

namespace Deck.Models.Postgres.Local;

/// <summary>What can go wrong with the private server.</summary>
public static class LocalServerCodes
{
    public static readonly DiagnosticCode NoBinaries = new(801, "PostgreSQL is not installed");

    public static readonly DiagnosticCode VersionMissing = new(802, "private server needs another PostgreSQL version");

    public static readonly DiagnosticCode InitFailed = new(803, "private server could not be initialised");

    public static readonly DiagnosticCode StartFailed = new(804, "private server could not be started");

    public static readonly DiagnosticCode StopFailed = new(805, "private server could not be stopped");

    public static readonly DiagnosticCode InUse = new(806, "private server is in use");

    public static readonly DiagnosticCode NoUser = new(807, "no unprivileged user for the private server");

    public static readonly DiagnosticCode FolderUnusable = new(808, "private server's folder cannot be used");

    public static readonly DiagnosticCode Unsupported = new(809, "private server needs Unix");

    public static readonly DiagnosticCode DatabaseFailed = new(810, "private server's database could not be made");
}
