namespace Deck.Models.Templating.Parsing;

/// <summary>How many loops surround the place of the parser within the function that it is in.</summary>
internal sealed class LoopScope
{
    private int depth;

    public bool IsInside => depth > 0;

    /// <summary>Enters a loop; returns what to go back to.</summary>
    public int Enter() => depth++;

    /// <summary>Enters a function, which no loop surrounds; returns what to go back to.</summary>
    public int LeaveAll()
    {
        int outside = depth;
        depth = 0;
        return outside;
    }

    public void Leave(int outside) => depth = outside;
}
