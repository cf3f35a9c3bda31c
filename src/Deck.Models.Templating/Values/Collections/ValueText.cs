using System.Text;

namespace Deck.Models.Templating.Values;

/// <summary>The repr of containers, safe against a container that holds itself.</summary>
internal static class ValueText
{
    /// <summary>The containers whose repr this thread is writing.</summary>
    private static readonly ThreadLocal<HashSet<Value>> Open = new(() => new HashSet<Value>(ReferenceEqualityComparer.Instance));

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
        HashSet<Value> open = Open.Value ?? throw new InvalidOperationException("the set of open containers is made on demand");
        if (!open.Add(self))
        {
            return again;
        }

        try
        {
            return write();
        }
        finally
        {
            open.Remove(self);
        }
    }
}
