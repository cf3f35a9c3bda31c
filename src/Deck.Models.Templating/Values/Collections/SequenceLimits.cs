using System.Runtime.CompilerServices;

namespace Deck.Models.Templating.Values;

/// <summary>The bounds on what one operation may build and how deep it may nest, so that a template cannot exhaust memory or the stack.</summary>
internal static class SequenceLimits
{
    private const long MaxElements = 256 * 1024 * 1024;

    /// <summary>Python's RecursionError before the stack ends: for values nested without bound, or holding themselves.</summary>
    public static void DemandStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new TemplateException("RecursionError", "maximum recursion depth exceeded");
        }
    }

    public static void Demand(long length, long count)
    {
        if (count > MaxElements / Math.Max(length, 1))
        {
            throw new TemplateException("MemoryError", "the sequence is too large");
        }
    }
}
