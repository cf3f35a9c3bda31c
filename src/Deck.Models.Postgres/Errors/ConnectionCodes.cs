using Deck.Models.Text;

namespace Deck.Models.Postgres.Errors;

/// <summary>Why a database cannot be reached.</summary>
public static class ConnectionCodes
{
    public static readonly DiagnosticCode HostUnknown = new(451, "unknown host");

    public static readonly DiagnosticCode ServerUnreachable = new(452, "server not reachable");

    public static readonly DiagnosticCode TimedOut = new(453, "server does not answer");

    public static readonly DiagnosticCode EncryptionFailed = new(454, "encrypted connection failed");

    public static readonly DiagnosticCode PasswordRejected = new(455, "wrong password");

    public static readonly DiagnosticCode AuthenticationRejected = new(456, "authentication refused");

    public static readonly DiagnosticCode RoleMissing = new(457, "role does not exist");

    public static readonly DiagnosticCode DatabaseMissing = new(458, "database does not exist");

    public static readonly DiagnosticCode PermissionDenied = new(459, "no permission to connect");

    public static readonly DiagnosticCode HostNotAllowed = new(460, "server does not admit this client");

    public static readonly DiagnosticCode TooManyConnections = new(461, "too many connections");

    public static readonly DiagnosticCode ServerNotReady = new(462, "server starts or stops");

    public static readonly DiagnosticCode SettingRefused = new(463, "connection setting refused");

    public static readonly DiagnosticCode ConnectionLost = new(464, "connection lost");

    public static readonly DiagnosticCode ConnectionFailed = new(465, "connection failed");
}
