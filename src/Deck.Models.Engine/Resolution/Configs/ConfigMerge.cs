using System.Collections.Frozen;
using System.Collections.Immutable;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Configs;

/// <summary>Merges config layers, weakest first, by dbt's rules: some keys add up, some are merged key by key, the rest replace.</summary>
internal static class ConfigMerge
{
    private static readonly FrozenSet<string> Appended = FrozenSet.ToFrozenSet(["tags", "pre-hook", "post-hook", "packages"]);

    private static readonly FrozenSet<string> Updated = FrozenSet.ToFrozenSet(["meta", "docs", "quoting", "column_types", "contract"]);

    public static NodeConfig Apply(IEnumerable<KeyValuePair<string, Value>> defaults, IEnumerable<ConfigLayer> layers)
    {
        OrderedDictionary<string, Value> merged = new(defaults, StringComparer.Ordinal);
        ImmutableDictionary<string, Location>.Builder places = ImmutableDictionary.CreateBuilder<string, Location>();
        foreach (ConfigSetting setting in layers.SelectMany(l => l.Settings))
        {
            merged[setting.Key] = Combine(setting.Key, merged.GetValueOrDefault(setting.Key), setting.Value);
            places[setting.Key] = setting.Location;
        }

        return new NodeConfig(merged, places.ToImmutable());
    }

    private static Value Combine(string key, Value? old, Value added)
    {
        if (Appended.Contains(key))
        {
            IEnumerable<Value> items = ItemsOf(key, added);
            return Value.List(old is null ? items : ItemsOf(key, old).Concat(items));
        }

        if (old is DictValue before && added is DictValue after)
        {
            return Updated.Contains(key) ? Update(before, after) : key == "grants" ? Grant(before, after) : added;
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
