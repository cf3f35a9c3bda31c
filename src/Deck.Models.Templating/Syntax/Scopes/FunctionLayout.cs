namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>The slots of one function: the template itself, a macro, the body of a call block, a recursive loop, a block.</summary>
internal sealed class FunctionLayout(int depth)
{
    /// <summary>How many functions surround this one.</summary>
    public int Depth { get; } = depth;

    /// <summary>Number of slots that a frame of the function needs.</summary>
    public int SlotCount { get; private set; }

    public int NewSlot() => SlotCount++;
}
