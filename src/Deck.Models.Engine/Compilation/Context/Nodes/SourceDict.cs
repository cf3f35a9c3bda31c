using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>A table of a source as dbt's dict.</summary>
internal static class SourceDict
{
    public static DictValue Of(SourceNode source)
    {
        DictValue dict = NodeFields.Located(source);
        dict.Set("source_name", Value.Of(source.SourceName));
        dict.Set("source_description", Value.Of(source.SourceDescription));
        dict.Set("loader", Value.Of(source.Loader));
        dict.Set("identifier", Value.Of(source.Identifier));
        dict.Set("quoting", QuotingOf(source));
        dict.Set("loaded_at_field", Value.Of(source.LoadedAtField));
        dict.Set("loaded_at_query", Value.Of(source.LoadedAtQuery));
        dict.Set("freshness", FreshnessOf(source));
        dict.Set("external", source.External ?? (Value)Value.None);
        dict.Set("description", Value.Of(source.Description));
        dict.Set("columns", ColumnDict.OfAll(source.Columns));
        dict.Set("meta", source.Meta);
        dict.Set("source_meta", source.SourceMeta);
        dict.Set("tags", NodeFields.Texts(source.Tags));
        dict.Set("config", ConfigOf(source));
        dict.Set("patch_path", Value.Of(source.PatchPath));
        dict.Set("unrendered_config", UnrenderedOf(source));
        dict.Set("relation_name", Value.Of(source.Relation?.Quoted));
        dict.Set("unrendered_database", Value.Of(source.UnrenderedDatabase));
        dict.Set("unrendered_schema", Value.Of(source.UnrenderedSchema));
        dict.Set("doc_blocks", NodeFields.Texts(source.Origin.DocBlocks));
        return dict;
    }

    private static DictValue QuotingOf(SourceNode source) => new(
        ((string[])["database", "schema", "identifier", "column"]).Select(key => KeyValuePair.Create(key, NodeFields.Get(source.Quoting, key))));

    /// <summary>All of dbt's fields, empty where nobody speaks of freshness; None where it is said to be null.</summary>
    private static Value FreshnessOf(SourceNode source)
    {
        if (source is { Freshness: null, HasOwnFreshness: true })
        {
            return Value.None;
        }

        DictValue written = source.Freshness ?? new DictValue();
        return new DictValue(
        [
            new("warn_after", TimeOf(written, "warn_after")), new("error_after", TimeOf(written, "error_after")), new("filter", NodeFields.Get(written, "filter")),
        ]);
    }

    private static DictValue TimeOf(DictValue freshness, string key)
    {
        DictValue time = NodeFields.Get(freshness, key) as DictValue ?? new DictValue();
        return new DictValue([new("count", NodeFields.Get(time, "count")), new("period", NodeFields.Get(time, "period"))]);
    }

    private static DictValue ConfigOf(SourceNode source)
    {
        DictValue config = new(source.Config.Values);
        config.Set("freshness", FreshnessOf(source));
        return config;
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

        return config;
    }
}
