using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Nodes;

/// <summary>An exposure as dbt's dict.</summary>
internal static class ExposureDict
{
    public static FieldsValue Of(ExposureNode exposure)
    {
        FieldsValue dict = FieldsValue.Of(exposure, NodeFields.AddNamed);
        dict.Add("type", NodeFields.Get(exposure.Properties, "type"));
        dict.Add("owner", OwnerOf(NodeFields.Get(exposure.Properties, "owner") as DictValue ?? new DictValue()));
        dict.Add("description", exposure.Description);
        dict.Add("label", NodeFields.Get(exposure.Properties, "label"));
        dict.Add("maturity", NodeFields.Get(exposure.Properties, "maturity"));
        dict.Add("meta", exposure.Meta);
        dict.Add("tags", exposure.Tags);
        dict.Add("config", NodeDict.ConfigOf(exposure, exposure.Config.SharedValues));
        dict.Add("unrendered_config", exposure.Origin.UnrenderedConfig);
        dict.Add("url", NodeFields.Get(exposure.Properties, "url"));
        NodeFields.AddDependsOn(dict, exposure);
        NodeFields.AddRefs(dict, exposure);
        NodeFields.AddSources(dict, exposure);
        NodeFields.AddMetrics(dict, exposure);
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
