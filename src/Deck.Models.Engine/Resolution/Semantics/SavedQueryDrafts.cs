using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Semantics;

/// <summary>Makes drafts of saved queries.</summary>
internal sealed class SavedQueryDrafts(EntryDrafts entries)
{
    public NodeDraft Create(PropertiesEntry entry)
    {
        SemanticYaml yaml = entries.Read(entry);
        SemanticYaml parameters = yaml.Child("query_params") ?? yaml;
        NodeDraft draft = entries.Begin(entry, ResourceType.SavedQuery, entry.Name, entries.ConfigOf(entry));
        SavedQueryDefinition definition = new()
        {
            Description = yaml.Description,
            Label = yaml.Text("label"),
            Metrics = parameters.PlacedTexts("metrics"),
            GroupBy = parameters.PlacedTexts("group_by"),
            OrderBy = parameters.PlacedTexts("order_by"),
            Where = parameters.Filters("where"),
            Limit = parameters.Value("limit"),
            Exports = [.. yaml.Items("exports").Select(e => Export(e, draft))],
        };
        IEnumerable<string> tags = yaml.Value("tags") is StringValue one ? [one.Text] : yaml.Texts("tags");
        return draft with
        {
            Description = definition.Description ?? "",
            ExtraTags = [.. tags.Concat(draft.Config.Tags).Distinct().Order(StringComparer.Ordinal)],
            Declaration = new ModelDeclaration
            {
                Metrics = [.. definition.Metrics.Select(m => new MetricCall(null, m.Text, m.Location))],
            },
            Finish = (d, dependsOn) => Finish(d, dependsOn, definition),
        };
    }

    /// <summary>An export has the config of its saved query where it says nothing itself. A schema or an alias is taken as it is written.</summary>
    private SavedQueryExport Export(SemanticYaml yaml, NodeDraft query)
    {
        DictValue config = yaml.Config;
        string? exportAs = (Configured(config, "export_as") ?? query.Config.GetText("export_as"))?.ToLowerInvariant();
        if (exportAs is null || !SemanticWords.ExportTypes.Contains(exportAs))
        {
            yaml.Report(Diagnostic
                .Error(ResolutionCodes.MalformedSavedQuery, $"the export `{yaml.Name}` of the saved query `{query.Name}` needs a config `export_as`", yaml.PlaceOf("config"))
                .WithHint("it can be `table` or `view`"));
        }

        RelationName named = entries.NameExport(query, yaml.Name, new NodeConfig([.. Given("database", Configured(config, "database"))]));
        return new SavedQueryExport
        {
            Name = yaml.Name,
            ExportAs = exportAs ?? "",
            Relation = new RelationName(
                named.Database,
                Configured(config, "schema_name") ?? Configured(config, "schema") ?? query.Config.GetText("schema") ?? named.Schema,
                Configured(config, "alias") ?? named.Identifier),
            Written = config,
            Location = yaml.Location,
        };
    }

    private static KeyValuePair<string, Value>[] Given(string key, string? value) => value is null ? [] : [new(key, Value.Of(value))];

    private static string? Configured(DictValue config, string key) => config.TryGet(key, out Value? value) && !value.IsNone ? value.ToText() : null;

    private static SavedQueryNode Finish(NodeDraft draft, ImmutableArray<NodeId> dependsOn, SavedQueryDefinition definition) => new(NodeHead.Of(draft, dependsOn), definition)
    {
        Tags = draft.ExtraTags,
        Origin = new NodeOrigin(draft.Unrendered),
    };
}
