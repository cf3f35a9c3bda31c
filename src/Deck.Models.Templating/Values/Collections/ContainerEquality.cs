namespace Deck.Models.Templating.Values;

/// <summary>Equality of two containers by their elements, in time that grows with their size alone.</summary>
/// <remarks>
/// A list of 60 levels that holds the one below twice is 60 lists, but 2^60 paths. A comparison that goes on for long therefore
/// remembers the pairs that it found equal; one pair that differs ends it anyway.
/// </remarks>
internal static class ContainerEquality
{
    /// <summary>Pairs that are compared before any is remembered, so that usual comparisons allocate nothing.</summary>
    private const int Unremembered = 512;

    private static readonly ThreadLocal<Comparison> Running = new(() => new Comparison());

    /// <summary>True where the elements are equal, or are known to be.</summary>
    public static bool Holds<T>(T left, T right, Func<T, T, bool> compare)
        where T : Value
    {
        SequenceLimits.DemandStack();
        Comparison running = Running.Value ?? throw new InvalidOperationException("a comparison is made on demand");
        if (running.Knows(left, right))
        {
            return true;
        }

        running.Enter();
        try
        {
            bool equal = compare(left, right);
            running.Remember(left, right, equal);
            return equal;
        }
        finally
        {
            running.Leave();
        }
    }

    /// <summary>What this thread is comparing, from the outermost pair on.</summary>
    private sealed class Comparison
    {
        private HashSet<(Value Left, Value Right)>? equal;
        private int pairs;
        private int depth;

        public void Enter() => depth++;

        public bool Knows(Value left, Value right) => ++pairs > Unremembered && equal?.Contains((left, right)) == true;

        public void Remember(Value left, Value right, bool areEqual)
        {
            if (areEqual && pairs > Unremembered)
            {
                (equal ??= new(IdentityPairs.Instance)).Add((left, right));
            }
        }

        public void Leave()
        {
            if (--depth == 0)
            {
                pairs = 0;
                equal = null;
            }
        }
    }

    /// <summary>Pairs of the same two objects.</summary>
    private sealed class IdentityPairs : IEqualityComparer<(Value Left, Value Right)>
    {
        public static IdentityPairs Instance { get; } = new();

        public bool Equals((Value Left, Value Right) x, (Value Left, Value Right) y) => ReferenceEquals(x.Left, y.Left) && ReferenceEquals(x.Right, y.Right);

        public int GetHashCode((Value Left, Value Right) pair) =>
            HashCode.Combine(ReferenceEqualityComparer.Instance.GetHashCode(pair.Left), ReferenceEqualityComparer.Instance.GetHashCode(pair.Right));
    }
}
