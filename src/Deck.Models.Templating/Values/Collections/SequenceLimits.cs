namespace Deck.Models.Templating.Values;

/// <summary>The bound on what one operation may build, so that a template cannot exhaust memory by a multiplication.</summary>
internal static class SequenceLimits
{
    private const long MaxElements = 256 * 1024 * 1024;

    public static void Demand(long length, long count)
    {
        if (count > MaxElements / Math.Max(length, 1))
        {
            throw new TemplateException("MemoryError", "the sequence is too large");
        }
    }
}
