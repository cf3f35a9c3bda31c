using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A table of a source as dbt's dict.</summary>
internal static class SourceDict
{
    public static FieldsValue Of(SourceNode source)
    {
        FieldsValue dict = FieldsValue.Of(source, NodeFields.AddLocated);
        dict.Add("source_name", source.SourceName);
        dict.Add("source_description", source.SourceDescription);
        dict.Add("loader", source.Loader);
        dict.Add("identifier", source.Identifier);
        dict.Add("quoting", QuotingOf(source));
        dict.Add("loaded_at_field", source.LoadedAtField);
        dict.Add("loaded_at_query", source.LoadedAtQuery);
        dict.Add("freshness", FreshnessOf(source));
        dict.Add("external", source.External ?? (Value)Value.None);
        dict.Add("description", source.Description);
        ColumnDict.AddAll(dict, source);
        dict.Add("meta", source.Meta);
        dict.Add("source_meta", source.SourceMeta);
        dict.Add("tags", source.Tags);
        dict.Add("config", NodeDict.ConfigOf(source, source.Config.SharedValues));
        dict.Add("patch_path", source.PatchPath);
        dict.Add("unrendered_config", UnrenderedOf(source));
        dict.Add("relation_name", source.RelationText.Length > 0 ? source.RelationText : source.Relation?.Shown);
        dict.Add("unrendered_database", source.UnrenderedDatabase);
        dict.Add("unrendered_schema", source.UnrenderedSchema);
        dict.Add("doc_blocks", source.Origin.DocBlocks);
        return dict;
    }

    private static FieldsValue QuotingOf(SourceNode source) => new(
        ((string[])["database", "schema", "identifier", "column"]).Select(key => KeyValuePair.Create(key, NodeFields.Get(source.Quoting, key))));

    /// <summary>All of dbt's fields, empty where nobody speaks of freshness; None where it is said to be null.</summary>
    public static Value FreshnessOf(SourceNode source)
    {
        if (source is { Freshness: null, HasOwnFreshness: true })
        {
            return Value.None;
        }

        DictValue written = source.Freshness ?? new DictValue();
        return new FieldsValue(
        [
            new("warn_after", TimeOf(written, "warn_after")), new("error_after", TimeOf(written, "error_after")), new("filter", NodeFields.Get(written, "filter")),
        ]);
    }

    private static FieldsValue TimeOf(DictValue freshness, string key)
    {
        DictValue time = NodeFields.Get(freshness, key) as DictValue ?? new DictValue();
        return new FieldsValue([new("count", NodeFields.Get(time, "count")), new("period", NodeFields.Get(time, "period"))]);
    }

    /// <summary>dbt writes these configs of every source, and after them what else is configured.</summary>
    private static DictValue UnrenderedOf(SourceNode source)
    {
        DictValue config = new();
        if (source.HasOwnFreshness)
        {
            config.Set("freshness", FreshnessOf(source));
        }

        config.Set("loaded_at_field", Value.Of(source.LoadedAtField));
        config.Set("loaded_at_query", Value.Of(source.LoadedAtQuery));
        config.Set("meta", source.Meta);
        config.Set("tags", NodeFields.Texts(source.Tags));
        foreach ((Value key, Value value) in source.Origin.UnrenderedConfig.Entries.Where(e => !config.TryGet(e.Key.ToText(), out _)))
        {
            config.Set(key.ToText(), value);
        }

        foreach (ConfigSetting setting in source.Config.Written.Where(s => !config.TryGet(s.Key, out _)))
        {
            config.Set(setting.Key, setting.Value);
        }

        return config;
    }
}
