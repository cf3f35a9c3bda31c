using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>An exposure as dbt's dict.</summary>
internal static class ExposureDict
{
    public static DictValue Of(ExposureNode exposure)
    {
        DictValue dict = NodeFields.Named(exposure);
        dict.Set("type", NodeFields.Get(exposure.Properties, "type"));
        dict.Set("owner", OwnerOf(NodeFields.Get(exposure.Properties, "owner") as DictValue ?? new DictValue()));
        dict.Set("description", Value.Of(exposure.Description));
        dict.Set("label", NodeFields.Get(exposure.Properties, "label"));
        dict.Set("maturity", NodeFields.Get(exposure.Properties, "maturity"));
        dict.Set("meta", exposure.Meta);
        dict.Set("tags", NodeFields.Texts(exposure.Tags));
        dict.Set("config", new DictValue(exposure.Config.Values));
        dict.Set("unrendered_config", exposure.Origin.UnrenderedConfig);
        dict.Set("url", NodeFields.Get(exposure.Properties, "url"));
        dict.Set("depends_on", NodeFields.DependsOn(exposure));
        dict.Set("refs", NodeFields.Refs(exposure));
        dict.Set("sources", NodeFields.Sources(exposure));
        dict.Set("metrics", Value.List());
        return dict;
    }

    /// <summary>`email` and `name` always, and whatever else was written.</summary>
    public static DictValue OwnerOf(DictValue written)
    {
        DictValue owner = new([new("email", NodeFields.Get(written, "email")), new("name", NodeFields.Get(written, "name"))]);
        foreach ((Value key, Value value) in written.Entries)
        {
            owner.Set(key.ToText(), value);
        }

        return owner;
    }
}
