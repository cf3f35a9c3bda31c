using System.Collections;

namespace Deck.Models.Templating.Values;

/// <summary>A one-shot iterator, such as `map`, `zip` and generators give: elements once seen are gone.</summary>
internal sealed class IteratorValue(string typeName, IEnumerator<Value> source) : Value
{

    public override string TypeName => typeName;

    public override string Repr() => typeName == "generator" ? "<generator object>" : $"<{typeName} object>";

    public override IEnumerator<Value> Iterate() => new Walk(source);

    /// <summary>The source, which outlives those who read part of it: a loop that ends early leaves the rest.</summary>
    private sealed class Walk(IEnumerator<Value> source) : IEnumerator<Value>
    {
        public Value Current => source.Current;

        object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            // Iterators over iterators nest as deep as a template builds them.
            SequenceLimits.DemandStack();
            return source.MoveNext();
        }

        public void Reset() => throw new NotSupportedException();

        public void Dispose()
        {
        }
    }
}
