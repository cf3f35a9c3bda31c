using System.Collections;

namespace Deck.Models.Templating.Values;

/// <summary>The iterator over nothing.</summary>
internal sealed class EmptyIterator : IEnumerator<Value>
{
    private EmptyIterator()
    {
    }

    public static EmptyIterator Instance { get; } = new();

    public Value Current => throw new InvalidOperationException("nothing to read");

    object IEnumerator.Current => Current;

    public bool MoveNext() => false;

    public void Reset()
    {
    }

    public void Dispose()
    {
    }
}
