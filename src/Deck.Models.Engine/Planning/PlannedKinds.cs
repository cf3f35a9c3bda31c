using System.Collections.Frozen;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Planning;

/// <summary>Which nodes a command executes; exposures and saved queries have their turn in a build, in which nothing happens.</summary>
internal static class PlannedKinds
{
    private static readonly FrozenDictionary<string, FrozenSet<ResourceType>> ByCommand = new Dictionary<string, FrozenSet<ResourceType>>
    {
        ["run"] = FrozenSet.ToFrozenSet([ResourceType.Model]),
        ["test"] = FrozenSet.ToFrozenSet([ResourceType.Test, ResourceType.UnitTest]),
        ["seed"] = FrozenSet.ToFrozenSet([ResourceType.Seed]),
        ["snapshot"] = FrozenSet.ToFrozenSet([ResourceType.Snapshot]),
        ["clone"] = FrozenSet.ToFrozenSet([ResourceType.Model, ResourceType.Seed, ResourceType.Snapshot]),
        ["build"] = FrozenSet.ToFrozenSet(
        [
            ResourceType.Seed, ResourceType.Model, ResourceType.Snapshot, ResourceType.Test, ResourceType.UnitTest, ResourceType.Exposure, ResourceType.SavedQuery,
            ResourceType.Function,
        ]),
    }.ToFrozenDictionary();

    /// <summary>True where the command executes the node; ephemeral models are never executed by themselves.</summary>
    public static bool Includes(string command, Node node) =>
        ByCommand.TryGetValue(command, out FrozenSet<ResourceType>? kinds) && kinds.Contains(node.ResourceType) && node is not ModelNode { IsEphemeral: true };

    /// <summary>True for the commands that build the models which they execute.</summary>
    public static bool Builds(string command) => command is "run" or "build";

    /// <summary>False for the command whose nodes need nothing of each other, and whose hooks of the project do not run.</summary>
    public static bool IsOrdered(string command) => command != "clone";

    /// <summary>True for the command in which tests hold back what is downstream of the tested nodes.</summary>
    public static bool TestsGate(string command) => command == "build";
}
