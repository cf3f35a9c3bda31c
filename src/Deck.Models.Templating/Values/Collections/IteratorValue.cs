using System.Collections;

namespace Deck.Models.Templating.Values;

/// <summary>A one-shot iterator, such as `map`, `zip` and generators give: elements once seen are gone.</summary>
/// <param name="kind">The type, or `generator` and the name of the Python function that made it.</param>
/// <param name="source">What it gives.</param>
internal sealed class IteratorValue(string kind, IEnumerator<Value> source) : Value
{
    private const string Generator = "generator ";

    public override string TypeName => kind.StartsWith(Generator, StringComparison.Ordinal) ? "generator" : kind;

    /// <summary>As long as Python's, which ends with the address.</summary>
    public override string Repr() =>
        $"<{(kind.StartsWith(Generator, StringComparison.Ordinal) ? kind.Replace(Generator, "generator object ", StringComparison.Ordinal) : $"{kind} object")} at 0x7f0000000000>";

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
