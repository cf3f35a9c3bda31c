namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>One `if` or `elif` with its body.</summary>
internal readonly record struct IfBranch(Expression Condition, StatementList Body);
