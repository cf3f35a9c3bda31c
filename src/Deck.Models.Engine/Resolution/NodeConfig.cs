using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Resolution.Configs;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>A node's merged configuration: project tree, properties and in-file `config()` by dbt's precedence.</summary>
/// <remarks>
/// Keys are dbt's canonical ones (`pre-hook`, not `pre_hook`). Values are never changed after the merge. Only what differs from the
/// defaults of the node's type is kept: a project has thousands of nodes with hardly a config.
/// </remarks>
public sealed class NodeConfig
{
    private readonly ConfigDefaults defaults;
    private readonly KeyValuePair<string, Value>[] others;
    private readonly KeyValuePair<string, Location>[] places;
    private Value?[]? values;

    /// <summary>A config of exactly these values, all written nowhere.</summary>
    public NodeConfig(params KeyValuePair<string, Value>[] values)
        : this(ConfigDefaults.None, null, values, [])
    {
    }

    /// <param name="values">By the slots of the defaults; null for a default.</param>
    /// <param name="others">Keys that the type has no default for.</param>
    internal NodeConfig(ConfigDefaults defaults, Value?[]? values, KeyValuePair<string, Value>[] others, KeyValuePair<string, Location>[] places)
    {
        this.defaults = defaults;
        this.values = values;
        this.others = others;
        this.places = places;
    }

    public static NodeConfig Empty { get; } = new();

    /// <summary>All values: those of the type in dbt's order, then the others in the order in which they were first set.</summary>
    public KeyValuePair<string, Value>[] GetValues()
    {
        KeyValuePair<string, Value>[] all = new KeyValuePair<string, Value>[defaults.Count + others.Length];
        for (int slot = 0; slot < defaults.Count; slot++)
        {
            all[slot] = new(defaults.KeyAt(slot), ValueAt(slot));
        }

        others.CopyTo(all, defaults.Count);
        return all;
    }

    /// <summary>The same, to be read only: lists and dicts that nobody set are shared by all nodes.</summary>
    internal IEnumerable<KeyValuePair<string, Value>> SharedValues
    {
        get
        {
            for (int slot = 0; slot < defaults.Count; slot++)
            {
                yield return new(defaults.KeyAt(slot), SharedAt(slot));
            }

            foreach (KeyValuePair<string, Value> other in others)
            {
                yield return other;
            }
        }
    }

    public bool Enabled => !TryGet("enabled", out Value? value) || value.IsTrue;

    public string Materialized => GetText("materialized") ?? "view";

    public string? Schema => GetText("schema");

    public string? Database => GetText("database");

    public string? Alias => GetText("alias");

    public ImmutableArray<string> Tags => GetTexts("tags");

    /// <summary>What was written somewhere, in the order in which the keys first were.</summary>
    internal IEnumerable<ConfigSetting> Written => places.Select(p => new ConfigSetting(p.Key, Find(p.Key) ?? Value.None, p.Value));

    /// <summary>What was set, by the slots of the type's defaults, null for a default; none where all are.</summary>
    internal IReadOnlyList<Value?> Slots => values ?? [];

    /// <summary>Keys that the type has no default for.</summary>
    internal IReadOnlyList<KeyValuePair<string, Value>> Others => others;

    internal IReadOnlyList<KeyValuePair<string, Location>> Places => places;

    public bool TryGet(string key, [NotNullWhen(true)] out Value? value)
    {
        value = Find(key);
        return value is not null;
    }

    /// <summary>The value to be read only: a list or dict that nobody set is shared by all nodes.</summary>
    internal Value? FindShared(string key) =>
        defaults.TryFindSlot(key, out int slot) ? SharedAt(slot) : FindOther(key);

    /// <summary>The value as text; null where it is absent or None.</summary>
    public string? GetText(string key) => FindShared(key) is { IsNone: false } value ? value.ToText() : null;

    /// <summary>A list of texts; a lone text counts as a list of one.</summary>
    public ImmutableArray<string> GetTexts(string key) => FindShared(key) is not { IsNone: false } value
        ? []
        : value switch
        {
            ListValue { Items.Count: 0 } => [],
            ListValue list => [.. list.Items.Select(i => i.ToText())],
            TupleValue tuple => [.. tuple.Items.Select(i => i.ToText())],
            _ => [value.ToText()],
        };

    public bool? GetBoolean(string key) => FindShared(key) is { IsNone: false } value ? value.IsTrue : null;

    /// <summary>Where the effective value was written.</summary>
    public Location? LocationOf(string key) => Array.Find(places, p => p.Key == key).Value;

    /// <summary>The same config with another value of one key.</summary>
    internal NodeConfig With(string key, Value value)
    {
        if (!defaults.TryFindSlot(key, out int slot))
        {
            return new NodeConfig(defaults, values, [.. others.Where(o => o.Key != key), new(key, value)], places);
        }

        Value?[] changed = values is null ? new Value?[defaults.Count] : [.. values];
        changed[slot] = value;
        return new NodeConfig(defaults, changed, others, places);
    }

    private Value? Find(string key) => defaults.TryFindSlot(key, out int slot) ? ValueAt(slot) : FindOther(key);

    private Value? FindOther(string key) => others.Length == 0 ? null : Array.Find(others, o => o.Key == key).Value;

    private Value SharedAt(int slot) => values?[slot] ?? defaults.Shared(slot);

    /// <summary>A default list or dict becomes the node's own when it is first asked for: templates may change it.</summary>
    private Value ValueAt(int slot)
    {
        if (values?[slot] is { } value)
        {
            return value;
        }

        Value fresh = defaults.Fresh(slot);
        if (ReferenceEquals(fresh, defaults.Shared(slot)))
        {
            return fresh;
        }

        Value?[] own = values ?? Interlocked.CompareExchange(ref values, new Value?[defaults.Count], null) ?? values;
        return Interlocked.CompareExchange(ref own[slot], fresh, null) ?? fresh;
    }
}
