namespace Deck.Models.Engine.Execution;

/// <summary>A transaction that may have been committed all the same: its connection was lost after the commit was sent, or its statements close transactions by themselves.</summary>
/// <param name="Id">The server's number of it (`txid_current`), by which its fate can be asked for; null where the server has not told it.</param>
public sealed record UndecidedTransaction(string? Id);
