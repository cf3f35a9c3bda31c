using Deck.Models.Templating.Syntax;

namespace Deck.Models.Templating.Rendering;

/// <summary>One entry of the stack of calls: what was called, whose text it runs, and where the call stands.</summary>
internal readonly record struct CallRecord(string Name, Template Template, SyntaxNode? CallSite);
