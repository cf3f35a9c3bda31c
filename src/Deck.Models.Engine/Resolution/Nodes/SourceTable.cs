using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>One table of a source as its properties file has it: where it lives, and the node made of it.</summary>
internal sealed class SourceTable(ResolutionSession session, Descriptions descriptions, PropertiesEntry source, YamlMapping table)
{
    /// <summary>The relation: the source's name is its schema unless it says otherwise. The project's `quoting` does not count in SQL.</summary>
    public RelationName NameOf(string name) => NameOf(name, RelationQuoting.All);

    private RelationName NameOf(string name, RelationQuoting quoting) => quoting.With(Quoting()).NameOf(
        Text(source.Yaml, "database") ?? session.Project.Profile.Database,
        Text(source.Yaml, "schema") ?? source.Name,
        Text(table, "identifier") ?? name);

    public SourceNode Finish(NodeDraft draft, ImmutableArray<NodeId> dependsOn) => new(NodeHead.Of(draft, dependsOn), source.Name, IdentifierOf(draft))
    {
        PatchPath = null,
        Tags = [.. draft.Config.Tags.Distinct()],
        SourceDescription = descriptions.Render(source.Yaml.TryFind("description", out YamlNode? text) ? text : null, source.PackageName),
        RelationText = NameOf(draft.Name, session.Project.Quoting).Shown,
        Loader = Text(source.Yaml, "loader") ?? "",
        SourceMeta = SourceMeta(),
        Freshness = draft.Config.TryGet("freshness", out Value? freshness) ? freshness as DictValue : null,
        HasOwnFreshness = HasFreshness(table) || HasFreshness(source.Yaml),
        Quoting = Quoting(),
        External = PropertyValues.TryFindValue(table, "external", out YamlNode? external) ? PropertyValues.Render(external, source.PackageName, session) as DictValue : null,
        UnrenderedDatabase = PropertyValues.Text(source.Yaml, "database"), UnrenderedSchema = PropertyValues.Text(source.Yaml, "schema"),
        LoadedAtField = draft.Config.GetText("loaded_at_field"), LoadedAtQuery = draft.Config.GetText("loaded_at_query"),
    };

    private static string IdentifierOf(NodeDraft draft) => draft.Relation?.Written?.Identifier ?? draft.Relation?.Identifier ?? draft.Name;

    private DictValue SourceMeta() => source.Yaml.TryFind("meta", out YamlNode? meta) && meta is YamlMapping mapping ? PropertyValues.RawDict(mapping) : new DictValue();

    private static bool HasFreshness(YamlMapping yaml) =>
        yaml.TryFind("freshness", out _) || (yaml.TryFind("config", out YamlNode? config) && config is YamlMapping mapping && mapping.TryFind("freshness", out _));

    private DictValue Quoting()
    {
        DictValue quoting = new();
        foreach (YamlEntry entry in new[] { source.Yaml, table }.SelectMany(y => PropertyValues.Mapping(y, "quoting", session)?.Entries ?? []))
        {
            quoting.Set(entry.Key, PropertyValues.Render(entry.Value, source.PackageName, session));
        }

        return quoting;
    }

    private string? Text(YamlMapping yaml, string key) =>
        PropertyValues.TryFindValue(yaml, key, out YamlNode? node) && PropertyValues.Render(node, source.PackageName, session) is { IsNone: false } value ? value.ToText() : null;
}
