using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The repr of containers, safe against a container that holds itself.</summary>
internal static class ValueText
{
    private static readonly ThreadLocal<Writing> Running = new(() => new Writing());

    /// <summary>Open, the reprs of the elements with commas, close.</summary>
    public static string Sequence(Value self, string opening, IReadOnlyList<Value> items, string closing) =>
        Guarded(self, opening + "..." + closing, () =>
        {
            var text = new StringBuilder(opening);
            for (int i = 0; i < items.Count; i++)
            {
                text.Append(i == 0 ? "" : ", ").AppendBounded(items[i].Repr());
            }

            return text.Append(closing).ToString();
        });

    public static string Mapping(DictValue self) =>
        Guarded(self, "{...}", () =>
        {
            var text = new StringBuilder("{");
            foreach ((Value key, Value value) in self.Table)
            {
                text.Append(text.Length == 1 ? "" : ", ").AppendBounded(key.Repr()).Append(": ").AppendBounded(value.Repr());
            }

            return text.Append('}').ToString();
        });

    private static string Guarded(Value self, string again, Func<string> write)
    {
        SequenceLimits.DemandStack();
        Writing running = Running.Value ?? throw new InvalidOperationException("what is being written is made on demand");
        if (running.Recall(self) is string known)
        {
            return known;
        }

        if (!running.Open(self))
        {
            return again;
        }

        try
        {
            return running.Remember(self, write());
        }
        finally
        {
            running.Close(self);
        }
    }

    /// <summary>What this thread is writing, from the outermost container on.</summary>
    private sealed class Writing
    {
        /// <summary>Containers that are written before any text is remembered: then one that stands in many places is written once.</summary>
        private const int Unremembered = 512;

        private const int LongestRemembered = 1 << 16;

        private readonly HashSet<Value> open = new(ReferenceEqualityComparer.Instance);
        private readonly Dictionary<Value, string> known = new(ReferenceEqualityComparer.Instance);
        private int containers;

        /// <summary>True once a container was met inside itself: what it prints there depends on where the writing began.</summary>
        private bool isCyclic;

        public string? Recall(Value container) => ++containers > Unremembered && !isCyclic ? known.GetValueOrDefault(container) : null;

        public bool Open(Value container)
        {
            bool isNew = open.Add(container);
            isCyclic |= !isNew;
            return isNew;
        }

        public string Remember(Value container, string text)
        {
            if (containers > Unremembered && !isCyclic && text.Length <= LongestRemembered)
            {
                known[container] = text;
            }

            return text;
        }

        public void Close(Value container)
        {
            open.Remove(container);
            if (open.Count == 0)
            {
                known.Clear();
                containers = 0;
                isCyclic = false;
            }
        }
    }
}
