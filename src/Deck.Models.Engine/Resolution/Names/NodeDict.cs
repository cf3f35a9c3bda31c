using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Names;

/// <summary>A node that is not complete yet, as `generate_schema_name` and its kin see it.</summary>
internal static class NodeDict
{
    public static DictValue Of(NodeDraft draft, ConnectionProfile profile)
    {
        DictValue node = new();
        node.Set("database", Value.Of(profile.Database));
        node.Set("schema", Value.Of(profile.Schema));
        node.Set("name", Value.Of(draft.Name));
        node.Set("resource_type", Value.Of(ResourceTypes.NameOf(draft.ResourceType)));
        node.Set("package_name", Value.Of(draft.PackageName));
        node.Set("path", Value.Of(draft.Path));
        node.Set("original_file_path", Value.Of(draft.OriginalFilePath));
        node.Set("unique_id", Value.Of(draft.Id.Value));
        node.Set("fqn", Texts(draft.Fqn));
        node.Set("alias", Value.Of(draft.Name));
        node.Set("config", new DictValue(draft.Config.GetValues()));
        node.Set("tags", Texts(draft.Config.Tags));
        node.Set("meta", draft.Config.TryGet("meta", out Value? meta) ? meta : new DictValue());
        node.Set("description", Value.Of(draft.Description));
        node.Set("version", draft.VersionValue ?? Value.None);
        node.Set("raw_code", Value.Of(draft.Code?.Source.Content ?? ""));
        node.Set("language", Value.Of("sql"));
        return node;
    }

    private static ListValue Texts(ImmutableArray<string> texts) => Value.List(texts.Select(t => Value.Of(t)));
}
