namespace Deck.Models.Engine.Execution;

/// <summary>Why a connection could not be made or kept, in the kinds that a user can do something about.</summary>
public enum ConnectionFailure
{
    HostUnknown,
    Refused,
    TimedOut,
    EncryptionFailed,
    EncryptionUnsupported,
    PasswordMissing,
    PasswordRejected,
    AuthenticationRejected,
    RoleMissing,
    DatabaseMissing,
    PermissionDenied,
    HostNotAllowed,
    TooManyConnections,
    ServerNotReady,
    SettingRefused,
    Lost,
    Other,
}
