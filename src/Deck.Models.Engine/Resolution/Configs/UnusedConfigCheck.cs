using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>Finds what the root project's config trees say to nobody: dbt's UnusedResourceConfigPath.</summary>
internal static class UnusedConfigCheck
{
    /// <summary>A level of a tree with configs of its own is used where it leads to a resource of the tree's type, or to a disabled one of any type.</summary>
    public static IEnumerable<Diagnostic> Find(Manifest manifest, ProjectFile project)
    {
        ILookup<string, Node> nodes = manifest.Nodes.Concat(manifest.IncompleteTests).ToLookup(n => ResourceTypes.NameOf(n.ResourceType));
        return project.ConfigTrees
            .OrderBy(tree => tree.Value.Location.Span.Start)
            .SelectMany(tree => Find(new Level(tree.Key, [], tree.Value, tree.Value.Location), [.. nodes[tree.Key].Concat(manifest.Disabled).Select(n => n.Fqn)]));
    }

    /// <param name="reached">The `fqn` of what the level leads to.</param>
    private static IEnumerable<Diagnostic> Find(Level level, ImmutableArray<string>[] reached)
    {
        ILookup<bool, YamlEntry> entries = level.Tree.Entries.ToLookup(e => e.Value is YamlMapping && !e.Key.StartsWith('+'));
        if (reached.Length == 0 && entries[false].Any())
        {
            yield return Diagnostic.Warning(ResolutionCodes.UnusedConfig, $"there is no {level.Shown} to which these configs apply", level.Place);
        }

        foreach (YamlEntry entry in entries[true])
        {
            int depth = level.Path.Length;
            Level next = new(level.Type, level.Path.Add(entry.Key), (YamlMapping)entry.Value, entry.KeyLocation);
            foreach (Diagnostic unused in Find(next, [.. reached.Where(fqn => fqn.Length > depth && fqn[depth] == entry.Key)]))
            {
                yield return unused;
            }
        }
    }

    /// <summary>A level of a tree, and the keys that lead to it.</summary>
    private sealed record Level(string Type, ImmutableArray<string> Path, YamlMapping Tree, Location Place)
    {
        public string Shown => Path.IsEmpty ? Type.Replace('_', ' ') : $"{Type.Replace('_', ' ')} below `{string.Join('.', Path)}`";
    }
}
