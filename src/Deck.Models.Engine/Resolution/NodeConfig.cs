using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>A node's merged configuration: project tree, properties and in-file `config()` by dbt's precedence.</summary>
/// <remarks>Keys are dbt's canonical ones (`pre-hook`, not `pre_hook`). Values are never changed after the merge.</remarks>
public sealed class NodeConfig
{
    private readonly ImmutableDictionary<string, Location> locations;

    public NodeConfig(IEnumerable<KeyValuePair<string, Value>> values, ImmutableDictionary<string, Location> locations)
    {
        Values = new OrderedDictionary<string, Value>(values, StringComparer.Ordinal);
        this.locations = locations;
    }

    public static NodeConfig Empty { get; } = new([], ImmutableDictionary<string, Location>.Empty);

    /// <summary>All values in the order in which they were first set.</summary>
    public IReadOnlyDictionary<string, Value> Values { get; }

    public bool Enabled => !TryGet("enabled", out Value? value) || value.IsTrue;

    public string Materialized => GetText("materialized") ?? "view";

    public string? Schema => GetText("schema");

    public string? Database => GetText("database");

    public string? Alias => GetText("alias");

    public ImmutableArray<string> Tags => GetTexts("tags");

    public bool TryGet(string key, [NotNullWhen(true)] out Value? value) => Values.TryGetValue(key, out value);

    /// <summary>The value as text; null where it is absent or None.</summary>
    public string? GetText(string key) => TryGet(key, out Value? value) && !value.IsNone ? value.ToText() : null;

    /// <summary>A list of texts; a lone text counts as a list of one.</summary>
    public ImmutableArray<string> GetTexts(string key) => !TryGet(key, out Value? value) || value.IsNone
        ? []
        : value switch
        {
            ListValue list => [.. list.Items.Select(i => i.ToText())],
            TupleValue tuple => [.. tuple.Items.Select(i => i.ToText())],
            _ => [value.ToText()],
        };

    public bool? GetBoolean(string key) => TryGet(key, out Value? value) && !value.IsNone ? value.IsTrue : null;

    /// <summary>Where the effective value was written.</summary>
    public Location? LocationOf(string key) => locations.GetValueOrDefault(key);
}
