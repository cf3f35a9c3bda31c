namespace Deck.Models.Testing.Databases;

/// <summary>When a <see cref="CountingProxy"/> cuts a connection, seen from one exchange.</summary>
public enum CutPoint
{
    /// <summary>The server never hears of the request.</summary>
    BeforeRequest,

    /// <summary>The server has the request and is left alone with it.</summary>
    AfterRequest,

    /// <summary>The server has done what was asked; the client never hears of it.</summary>
    BeforeReply,

    /// <summary>The client hears half of the answer.</summary>
    InReply,
}
