using System.Runtime.CompilerServices;
using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The bounds on what one operation may build and how deep it may nest, so that a template cannot exhaust memory or the stack.</summary>
internal static class SequenceLimits
{
    private const long MaxElements = 16 * 1024 * 1024;

    /// <summary>Greatest number of elements that one iterator gives: endless ones end here.</summary>
    private const int MaxSteps = 2_000_000;

    /// <summary>Python's RecursionError before the stack ends: for values nested without bound, or holding themselves.</summary>
    public static void DemandStack()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            throw new TemplateException("RecursionError", "maximum recursion depth exceeded");
        }
    }

    /// <summary>The same elements, an error once there are too many of them.</summary>
    public static IEnumerable<Value> Bounded(IEnumerable<Value> items)
    {
        int steps = 0;
        foreach (Value item in items)
        {
            DemandSteps(++steps);
            yield return item;
        }
    }

    public static void DemandSteps(int steps)
    {
        if (steps > MaxSteps)
        {
            throw new TemplateException(TemplateDiagnostics.LimitClass, $"one iterator gave more than {MaxSteps} elements");
        }
    }

    /// <summary>Adds a piece to a text; an error where that gets too long.</summary>
    public static StringBuilder AppendBounded(this StringBuilder text, ReadOnlySpan<char> piece)
    {
        Demand(1, (long)text.Length + piece.Length);
        return text.Append(piece);
    }

    public static void Demand(long length, long count)
    {
        if (length > 0 && count > MaxElements / length)
        {
            throw new TemplateException("MemoryError", "the sequence is too large");
        }
    }
}
