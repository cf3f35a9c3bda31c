using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning.Fusing;

/// <summary>Which tests may share a statement, as far as their declarations tell; <see cref="TestShape"/> has the last word once they are compiled.</summary>
internal static class SharedScan
{
    /// <summary>The most tests of one statement.</summary>
    public const int Most = 64;

    /// <summary>With fewer tests a scan of its own is not worth a thread.</summary>
    private const int Least = 16;

    private const string Unique = "unique";

    private static readonly string[] BuiltIn = [Unique, "not_null", "accepted_values"];

    /// <summary>The tested node, for a test that may share a statement with others on it, or null.</summary>
    public static string? Of(Node node, Manifest manifest)
    {
        InvocationSettings settings = manifest.Project.Settings;
        return settings.FuseTests && node is DataTestNode { Generic: { } generic } test && IsKnown(generic)
            && !StoredFailures.AreKept(test, settings.StoreFailures)
            && !MaterializationMacros.TryFind(manifest, node, out _)
            && generic.AttachedTo is { } id && manifest.TryFind(id, out Node? tested) && tested is not ModelNode { IsEphemeral: true }
            ? id.Value
            : null;
    }

    /// <summary>
    /// Those of the ready tests on one relation that a thread takes at once: all of them while there is work for the other threads. Else the
    /// tests on conditions stay together, unless there are many, and values that must be unique, each of which costs as much as a dozen
    /// conditions, are shared out.
    /// </summary>
    /// <param name="ready">Places in the plan; the first is taken in any case.</param>
    /// <param name="threads">Threads that have nothing else to do, the one that asks among them.</param>
    public static IReadOnlyList<int> Choose(IReadOnlyList<PlannedNode> nodes, IReadOnlyList<int> ready, int threads)
    {
        if (threads <= 1)
        {
            return [.. ready.Take(Most)];
        }

        bool isUnique = IsUnique(nodes[ready[0]]);
        int[] alike = [.. ready.Where(i => IsUnique(nodes[i]) == isUnique)];
        int others = alike.Length < ready.Count && isUnique ? threads - 1 : threads;
        int share = (alike.Length + others - 1) / others;
        return alike[..Math.Min(alike.Length, isUnique ? share : Math.Clamp(share, Least, Most))];
    }

    private static bool IsUnique(PlannedNode node) => node.Node is DataTestNode { Generic.Name: Unique };

    private static bool IsKnown(GenericTest test) =>
        (BuiltIn.Contains(test.Name) && test.MacroId == $"macro.{MacroRegistry.InternalPackage}.test_{test.Name}") || test.Name == "expression_is_true";
}
