using Deck.Models.Text;

namespace Deck.Models.Templating.Blocks;

/// <summary>One top-level block of a file.</summary>
/// <param name="Kind">Exactly one kind, or <see cref="BlockKinds.None"/> for the text between blocks (dbt's `__dbt__data`).</param>
/// <param name="Name">The block's name as written, empty for text between blocks.</param>
/// <param name="Contents">What stands between the start tag and the end tag.</param>
/// <param name="Whole">The block with its tags.</param>
public sealed record TemplateBlock(BlockKinds Kind, string Name, TextSpan Contents, TextSpan Whole);
