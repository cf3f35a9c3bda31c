namespace Deck.Models.Postgres.Errors;

/// <summary>A statement as the caller wrote it and the piece of it that the server was running.</summary>
/// <param name="Index">The statement's place in the caller's batch.</param>
/// <param name="Piece">What was sent: the whole text, or one of several statements in it.</param>
/// <param name="Start">Where the piece starts in <paramref name="Text"/>.</param>
internal sealed record FailedStatement(string Text, int Index, string Piece, int Start);
