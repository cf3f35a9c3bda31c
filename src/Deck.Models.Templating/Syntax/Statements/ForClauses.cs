namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>The parts of a loop: what it goes over, which items it takes, what it does with each, and what it does where there was none.</summary>
internal sealed record ForClauses(AssignmentTarget Target, Expression Source, Expression? Filter, StatementList Body, StatementList? Otherwise, bool IsRecursive);
