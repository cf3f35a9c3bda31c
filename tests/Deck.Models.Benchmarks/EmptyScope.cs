using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;

namespace Deck.Models.Benchmarks;

/// <summary>A context without names.</summary>
internal sealed class EmptyScope : IRenderScope
{
    public static EmptyScope Instance { get; } = new();

    public bool TryGet(string name, [NotNullWhen(true)] out Value? value)
    {
        value = null;
        return false;
    }
}
