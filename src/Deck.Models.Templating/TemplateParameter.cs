using Deck.Models.Text;

namespace Deck.Models.Templating;

/// <summary>A parameter of a macro as its text declares it.</summary>
public sealed record TemplateParameter(string Name, bool HasDefault, TextSpan Span);
