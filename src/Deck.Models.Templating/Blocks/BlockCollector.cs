using System.Collections.Immutable;
using Deck.Models.Text;

namespace Deck.Models.Templating.Blocks;

/// <summary>Puts the tags of a file together to top-level blocks.</summary>
internal sealed class BlockCollector(SourceText source, BlockKinds allowed, bool withText)
{
    private readonly ImmutableArray<TemplateBlock>.Builder blocks = ImmutableArray.CreateBuilder<TemplateBlock>();
    private readonly Stack<string> controlFlow = new();
    private BlockTag? open;
    private int textStart;

    public ImmutableArray<TemplateBlock> Blocks => blocks.ToImmutable();

    /// <summary>Takes in the next tag; a mistake is the result.</summary>
    public Diagnostic? Take(BlockTag tag)
    {
        BlockKinds kind = KindOf(tag.Type);
        if (TrackControlFlow(tag) is { } error)
        {
            return error;
        }

        if (kind != BlockKinds.None && allowed.HasFlag(kind))
        {
            return Open(tag);
        }

        if (open is { } start && tag.Type.StartsWith("end", StringComparison.Ordinal) && tag.Type.AsSpan(3).SequenceEqual(start.Type))
        {
            TextSpan contents = TextSpan.Between(start.Span.End, tag.Span.Start);
            blocks.Add(new TemplateBlock(KindOf(start.Type), start.Name, contents, TextSpan.Cover(start.Span, tag.Span)));
            textStart = tag.Span.End;
            open = null;
        }

        return null;
    }

    /// <summary>Ends the file; a block that is still open is the result's mistake.</summary>
    public Diagnostic? Finish()
    {
        if (open is { } start)
        {
            return Error($"`{{% {start.Type} %}}` has no `{{% end{start.Type} %}}`", start);
        }

        AddText(source.Content.Length);
        return null;
    }

    private static BlockKinds KindOf(string type) => type switch
    {
        "macro" => BlockKinds.Macro,
        "materialization" => BlockKinds.Materialization,
        "test" => BlockKinds.Test,
        "data_test" => BlockKinds.DataTest,
        "snapshot" => BlockKinds.Snapshot,
        "docs" => BlockKinds.Docs,
        _ => BlockKinds.None,
    };

    private Diagnostic? TrackControlFlow(BlockTag tag)
    {
        if (tag.Type is "if" or "for")
        {
            controlFlow.Push(tag.Type);
            return null;
        }

        if (tag.Type is not ("endif" or "endfor"))
        {
            return null;
        }

        if (!controlFlow.TryPop(out string? expected))
        {
            return Error($"`{tag.Type}` has no `{tag.Type[3..]}` before it", tag);
        }

        return "end" + expected == tag.Type ? null : Error($"unexpected `{tag.Type}`, expected `end{expected}`", tag);
    }

    private Diagnostic? Open(BlockTag tag)
    {
        if (controlFlow.Count > 0)
        {
            return Error($"a `{tag.Type}` block cannot be defined inside `{controlFlow.Peek()}`", tag);
        }

        if (open is { } outer)
        {
            return Error($"`{{% {outer.Type} %}}` has no `{{% end{outer.Type} %}}` before the next block", outer)
                .WithRelated([new RelatedLocation($"the next block, `{tag.Type} {tag.Name}`,", new Location(source, tag.Span))]);
        }

        AddText(tag.Span.Start);
        open = tag;
        return null;
    }

    private void AddText(int end)
    {
        if (withText && end > textStart)
        {
            TextSpan span = TextSpan.Between(textStart, end);
            blocks.Add(new TemplateBlock(BlockKinds.None, "", span, span));
        }

        textStart = end;
    }

    private Diagnostic Error(string message, BlockTag tag) =>
        Diagnostic.Error(TemplateDiagnostics.Blocks, message, new Location(source, tag.Span));
}
