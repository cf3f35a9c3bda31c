using Deck.Models.Text;

namespace Deck.Models.Templating.Blocks;

/// <summary>A tag as the block lexer sees it; white space that its marks strip belongs to it.</summary>
/// <param name="Type">The first word, such as `macro`, `endmacro`, `if`.</param>
/// <param name="Name">The second word, or empty.</param>
internal readonly record struct BlockTag(string Type, string Name, TextSpan Span);
