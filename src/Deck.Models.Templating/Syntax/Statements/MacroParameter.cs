using Deck.Models.Text;

namespace Deck.Models.Templating.Syntax.Statements;

/// <summary>A parameter of a macro; its default, where it has one, is evaluated at each call.</summary>
internal sealed record MacroParameter(string Name, TextSpan Span, Expression? Default);
