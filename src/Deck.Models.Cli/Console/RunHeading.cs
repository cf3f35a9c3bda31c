using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Cli.Console;

/// <summary>The first line of a run: what will be done, with how many connections.</summary>
internal static class RunHeading
{
    public static string Of(RunStarted started)
    {
        string[] parts = [.. started.Nodes.GroupBy(n => n.ResourceType).OrderBy(g => g.Key).Select(g => Count(g.Count(), g.Key))];
        string what = parts.Length == 0 ? "nothing to do" : string.Join(", ", parts);
        return $"{what}; {started.Threads} {(started.Threads == 1 ? "thread" : "threads")}";
    }

    /// <summary>"3 models", "1 unit test".</summary>
    public static string Count(int count, ResourceType type)
    {
        string name = ResourceTypes.NameOf(type).Replace('_', ' ');
        return (count, type) switch
        {
            (1, _) => $"1 {name}",
            (_, ResourceType.Analysis) => $"{count} analyses",
            (_, ResourceType.SavedQuery) => $"{count} saved queries",
            _ => $"{count} {name}s",
        };
    }
}
