using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>Merges config layers, weakest first, by dbt's rules: some keys add up, some are merged key by key, the rest replace; so do tags of types that have none by themselves.</summary>
internal static class ConfigMerge
{
    public static NodeConfig Apply(ConfigDefaults defaults, IEnumerable<ConfigLayer> layers)
    {
        NodeConfigBuilder merged = new(defaults);
        foreach (ConfigLayer layer in layers)
        {
            foreach (ConfigSetting setting in layer.Settings)
            {
                merged.TryGet(setting.Key, out Value? old);
                bool replaces = setting.Key == "tags" && !defaults.TryFindSlot("tags", out _);
                merged.Set(setting.Key, replaces ? setting.Value : Combine(setting.Key, old, setting.Value), setting.Location);
            }
        }

        return merged.Build();
    }

    private static Value Combine(string key, Value? old, Value added)
    {
        if (key == "latest_version_pointer" && added is BooleanValue)
        {
            added = new DictValue([new("enabled", added)]);
        }

        if (key is "tags" or "pre-hook" or "post-hook" or "packages")
        {
            IEnumerable<Value> items = ItemsOf(key, added);
            return Value.List(old is null ? items : ItemsOf(key, old).Concat(items));
        }

        if (old is DictValue before && added is DictValue after)
        {
            return key switch
            {
                "meta" or "docs" or "quoting" or "column_types" or "contract" or "latest_version_pointer" => Update(before, after),
                "grants" => Grant(before, after),
                _ => added,
            };
        }

        return added;
    }

    private static IEnumerable<Value> ItemsOf(string key, Value value)
    {
        IEnumerable<Value> items = value switch
        {
            ListValue list => list.Items,
            TupleValue tuple => tuple.Items,
            NoneValue => [],
            _ => [value],
        };
        return key is "pre-hook" or "post-hook" ? items.Select(HookConfig.Of) : items;
    }

    private static DictValue Update(DictValue before, DictValue after)
    {
        DictValue merged = new();
        foreach ((Value key, Value value) in before.Entries.Concat(after.Entries))
        {
            merged.Set(key.ToText(), value);
        }

        return merged;
    }

    /// <summary>Grants replace each other privilege by privilege; a privilege written with `+` adds its grantees.</summary>
    private static DictValue Grant(DictValue before, DictValue after)
    {
        DictValue merged = Update(before, new DictValue());
        foreach ((Value key, Value grantees) in after.Entries)
        {
            string privilege = key.ToText();
            if (!privilege.StartsWith('+'))
            {
                merged.Set(privilege, grantees);
                continue;
            }

            privilege = privilege[1..];
            IEnumerable<Value> present = merged.TryGet(privilege, out Value? old) ? ItemsOf("grants", old) : [];
            merged.Set(privilege, Value.List(present.Concat(ItemsOf("grants", grantees))));
        }

        return merged;
    }
}
