using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Templating.Blocks;

/// <summary>dbt's block lexer (spec/jinja.md, section 6.1): finds top-level blocks without parsing what is inside them.</summary>
public static class BlockLexer
{
    /// <summary>The blocks of the allowed kinds in the order of the text; with <paramref name="withText"/> also the text between them.</summary>
    /// <remarks>White space that the marks of a block's tags strip belongs to the block. Blocks that fail leave nothing of the file.</remarks>
    /// <example>
    /// <code>
    /// foreach (TemplateBlock block in BlockLexer.Extract(file, BlockKinds.Macro | BlockKinds.Test).Value?.Blocks ?? [])
    /// {
    ///     Checked&lt;Template&gt; macro = TemplateParser.Parse(file.Slice(block.Whole), TemplateDialect.Dbt);
    /// }
    /// </code>
    /// </example>
    public static Checked<TemplateBlockList> Extract(SourceText source, BlockKinds allowed, bool withText = false)
    {
        BlockCollector collector = new(source, allowed, withText);
        BlockTagReader tags = new(source.Content);
        Diagnostic? error = null;
        while (error is null && tags.Next() is { } tag)
        {
            error = collector.Take(tag);
        }

        if (error is null && tags.Missing is { } missing)
        {
            error = Diagnostic.Error(TemplateDiagnostics.Blocks, $"the file ends before {missing} is found", new Location(source, tags.MissingAt));
        }

        error ??= collector.Finish();
        return error is null ? Check.Ok(new TemplateBlockList(collector.Blocks)) : Check.Failed<TemplateBlockList>(error);
    }
}
