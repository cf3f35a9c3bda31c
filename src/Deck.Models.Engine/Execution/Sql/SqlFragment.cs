namespace Deck.Models.Engine.Execution.Sql;

/// <summary>One statement of a text that holds several.</summary>
/// <param name="Heading">The words of the comment that stands above it, or null.</param>
/// <param name="Sql">The statement without its semicolon and the comments around it.</param>
/// <param name="Start">Where <paramref name="Sql"/> starts in the text.</param>
public sealed record SqlFragment(string? Heading, string Sql, int Start);
