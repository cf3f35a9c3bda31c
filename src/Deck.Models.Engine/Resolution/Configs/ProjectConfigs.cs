using System.Collections.Concurrent;
using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>The config trees of all project files: what they say to a node of a given type, package and folder.</summary>
/// <remarks>Safe for several threads: each level of a tree becomes a layer once.</remarks>
internal sealed class ProjectConfigs(ImmutableArray<PackageSources> packages)
{
    private readonly ConcurrentDictionary<YamlMapping, ConfigLayer> layers = new();
    private readonly ImmutableDictionary<string, ProjectFile> projects = packages.ToImmutableDictionary(p => p.Project.Name, p => p.Project);
    private readonly string rootName = packages[0].Project.Name;

    /// <summary>
    /// Merges a node's config with dbt's precedence, weakest first: defaults, the tree of the node's own package, the properties file,
    /// `config()` in the text; for a package's node then the root project's tree, which overrides all of them.
    /// </summary>
    public NodeConfig Merge(NodeDraft draft, IEnumerable<ConfigLayer> own)
    {
        IEnumerable<ConfigLayer> weakest = TreeOf(draft.PackageName, draft);
        IEnumerable<ConfigLayer> strongest = draft.PackageName == rootName ? [] : TreeOf(rootName, draft);
        return ConfigMerge.Apply(ConfigDefaults.Of(draft.ResourceType), weakest.Concat(own).Concat(strongest));
    }

    private IEnumerable<ConfigLayer> TreeOf(string project, NodeDraft draft)
    {
        IEnumerable<YamlMapping> levels = projects.TryGetValue(project, out ProjectFile? file) ? Levels(file.ConfigTrees, draft) : [];
        return levels.Select(level => layers.GetOrAdd(level, ConfigLayer.OfTree));
    }

    /// <summary>The levels of a tree that a node's `fqn` leads through, from the root on.</summary>
    public static IEnumerable<YamlMapping> Levels(ImmutableDictionary<string, YamlMapping> trees, NodeDraft draft)
    {
        if (!trees.TryGetValue(ResourceTypes.NameOf(TreeType(draft)), out YamlMapping? level))
        {
            yield break;
        }

        yield return level;
        foreach (string part in draft.Fqn)
        {
            if (!level.TryFind(part, out YamlNode? next) || next is not YamlMapping mapping)
            {
                yield break;
            }

            level = mapping;
            yield return level;
        }
    }

    /// <summary>dbt's `unrendered_config` of a node.</summary>
    public DictValue Unrendered(NodeDraft draft) => UnrenderedConfig.Of(
        draft, projects.GetValueOrDefault(draft.PackageName), draft.PackageName == rootName ? null : projects.GetValueOrDefault(rootName));

    /// <summary>Analyses and operations read the tree of the models, as in dbt.</summary>
    private static ResourceType TreeType(NodeDraft draft) =>
        draft.ResourceType == ResourceType.Operation || (draft.ResourceType == ResourceType.Analysis && !draft.HasOwnTree) ? ResourceType.Model : draft.ResourceType;
}
