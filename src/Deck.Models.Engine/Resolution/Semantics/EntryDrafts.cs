using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Begins drafts of what an entry of a properties file declares, or makes besides: named, placed and configured.</summary>
internal sealed class EntryDrafts(ResolutionSession session, DraftCompletion completion)
{
    public Descriptions Descriptions => completion.Descriptions;

    public SemanticYaml Read(PropertiesEntry entry) => new(entry.Yaml, entry.PackageName, session, completion.Descriptions);

    public ConfigLayer ConfigOf(PropertiesEntry entry) => ResourcePropertiesReader.ReadOwnConfig(entry.Yaml, entry.PackageName, session);

    /// <param name="own">The resource's own config, which dbt keeps as it is in `unrendered_config` too.</param>
    public NodeDraft Begin(PropertiesEntry entry, ResourceType type, string name, ConfigLayer own)
    {
        string path = NodePaths.BelowResourcePath(session.Project.Packages[entry.PackageName], entry.OriginalFilePath);
        NodeDraft draft = new()
        {
            Id = new NodeId($"{ResourceTypes.NameOf(type)}.{entry.PackageName}.{name}"),
            ResourceType = type,
            Name = name,
            PackageName = entry.PackageName,
            Fqn = NodePaths.Fqn(entry.PackageName, path, name),
            OriginalFilePath = entry.OriginalFilePath,
            Path = path,
            Location = entry.Location,
        };
        NodeConfig config = completion.Configs.Merge(draft, [own]);
        NodeDraft configured = draft with { Config = config, IsEnabled = config.Enabled, Unrendered = () => UnrenderedOf(own, TreesOf(draft)) };
        completion.Check(configured);
        return configured;
    }

    /// <summary>Where an export of a saved query goes: dbt's macros for names decide of it as of a node's relation.</summary>
    public RelationName NameExport(NodeDraft query, string export, NodeConfig config)
    {
        NodeDraft named = completion.Name(query with { Name = export, Config = config });
        return named.Relation ?? throw new InvalidOperationException($"the export {export} has no name");
    }

    /// <summary>Of the trees with a dash in their names dbt finds nothing here.</summary>
    private DictValue TreesOf(NodeDraft draft) => draft.ResourceType == ResourceType.Metric ? completion.Configs.Unrendered(draft) : new DictValue();

    private static DictValue UnrenderedOf(ConfigLayer own, DictValue trees)
    {
        foreach (ConfigSetting setting in own.Settings)
        {
            trees.Set(setting.Key, setting.Value);
        }

        return trees;
    }
}
