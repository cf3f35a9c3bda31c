namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>One `if` or `elif` with its body.</summary>
internal sealed record IfBranch(Expression Condition, StatementList Body);
