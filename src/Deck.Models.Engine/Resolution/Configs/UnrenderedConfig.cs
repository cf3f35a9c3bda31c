using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>Makes dbt's `unrendered_config` of a node: every place that configures it replaces what weaker ones say, templates left as written.</summary>
internal static class UnrenderedConfig
{
    private const string ConfigKey = "config";

    /// <param name="own">The project file of the node's package.</param>
    /// <param name="root">The project file that overrides it, or null where it is the same.</param>
    public static DictValue Of(NodeDraft draft, ProjectFile? own, ProjectFile? root)
    {
        // dbt leaves out what the project file says of functions.
        (own, root) = draft.ResourceType == ResourceType.Function ? (null, null) : (own, root);
        DictValue result = new();
        UpdateFromTree(result, own, draft);
        if (draft.Properties is { } properties)
        {
            UpdateFromProperties(result, properties, draft.Version);
        }

        UpdateFromCalls(result, draft);
        UpdateFromTree(result, root, draft);
        return result;
    }

    private static void UpdateFromTree(DictValue result, ProjectFile? project, NodeDraft draft)
    {
        foreach (ConfigLayer layer in project is null ? [] : ProjectConfigs.Levels(project.UnrenderedTrees, draft).Select(ConfigLayer.OfTree))
        {
            Update(result, layer);
        }
    }

    /// <summary>dbt lays the written configs over the rendered ones, which makes one list of two lists.</summary>
    private static void UpdateFromProperties(DictValue result, ResourceProperties properties, ModelVersion? version)
    {
        DictValue merged = new();
        Update(merged, properties.Config);
        foreach (YamlMapping? yaml in new[] { properties.Entry.Yaml, version?.Yaml })
        {
            if (yaml is not null && yaml.TryFind(ConfigKey, out YamlNode? config) && config is YamlMapping mapping)
            {
                Overlay(merged, PropertyValues.RawDict(mapping));
            }
        }

        foreach ((Value key, Value value) in merged.Entries)
        {
            result.Set(key.ToText(), value);
        }
    }

    private static void Overlay(DictValue target, DictValue written)
    {
        foreach ((Value key, Value value) in written.Entries)
        {
            target.TryGet(key.ToText(), out Value? before);
            target.Set(key.ToText(), (before, value) switch
            {
                (DictValue old, DictValue dict) => Joined(old, dict),
                (ListValue old, ListValue list) => Value.List(list.Items.Concat(old.Items)),
                _ => value,
            });
        }
    }

    private static DictValue Joined(DictValue old, DictValue written)
    {
        DictValue joined = new(old.Entries.Select(e => KeyValuePair.Create(e.Key.ToText(), e.Value)));
        Overlay(joined, written);
        return joined;
    }

    /// <summary>The keywords of the first `config(…)` as they are written; a call with a dict alone, and a generic test, have only values.</summary>
    private static void UpdateFromCalls(DictValue result, NodeDraft draft)
    {
        if (draft.Declaration.WrittenConfig is { } written)
        {
            foreach ((Value key, Value text) in written.Entries)
            {
                result.Set(key.ToText(), text);
            }

            return;
        }

        foreach (ConfigCall values in draft.Declaration.Configs)
        {
            Update(result, ConfigLayer.OfCall(values));
        }
    }

    private static void Update(DictValue result, ConfigLayer layer)
    {
        foreach (ConfigSetting setting in layer.Settings)
        {
            result.Set(setting.Key, setting.Value);
        }
    }
}
