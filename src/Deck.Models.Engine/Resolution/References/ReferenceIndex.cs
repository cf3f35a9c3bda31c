using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.References;

/// <summary>Everything that `ref` and `source` can name, enabled or not.</summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<string, ImmutableArray<NodeDraft>> enabled;
    private readonly Dictionary<string, ImmutableArray<NodeDraft>> disabled;
    private readonly Dictionary<(string Source, string Table), ImmutableArray<NodeDraft>> sources;

    public ReferenceIndex(ImmutableArray<NodeDraft> drafts)
    {
        enabled = ByName(drafts.Where(d => d.IsRefable && d.IsEnabled));
        disabled = ByName(drafts.Where(d => d.IsRefable && !d.IsEnabled));
        sources = drafts
            .Where(d => d.ResourceType == ResourceType.Source)
            .GroupBy(d => (d.Fqn[^2], d.Fqn[^1]))
            .ToDictionary(g => g.Key, g => g.ToImmutableArray());
    }

    /// <summary>Names for suggestions.</summary>
    public IEnumerable<string> RefNames => enabled.Keys.Where(k => !k.Contains(".v", StringComparison.Ordinal));

    public IEnumerable<(string Source, string Table)> SourceNames => sources.Keys;

    /// <summary>Enabled nodes of a name (`name` or `name.v2`) in one package, or in any.</summary>
    public ImmutableArray<NodeDraft> Find(string name, string? package) => In(enabled.GetValueOrDefault(name, []), package);

    public ImmutableArray<NodeDraft> FindDisabled(string name, string? package) => In(disabled.GetValueOrDefault(name, []), package);

    public ImmutableArray<NodeDraft> FindSource(string source, string table, string? package) => In(sources.GetValueOrDefault((source, table), []), package);

    private static ImmutableArray<NodeDraft> In(ImmutableArray<NodeDraft> drafts, string? package) =>
        package is null ? drafts : [.. drafts.Where(d => d.PackageName == package)];

    /// <summary>A versioned model goes by `name.v2`; its latest version by its name too.</summary>
    private static Dictionary<string, ImmutableArray<NodeDraft>> ByName(IEnumerable<NodeDraft> drafts) => drafts
        .SelectMany(d => NamesOf(d).Select(name => (name, d)))
        .GroupBy(x => x.name, StringComparer.Ordinal)
        .ToDictionary(g => g.Key, g => g.Select(x => x.d).ToImmutableArray(), StringComparer.Ordinal);

    private static IEnumerable<string> NamesOf(NodeDraft draft)
    {
        if (draft.Version is not { } version)
        {
            return [draft.Name];
        }

        string versioned = $"{draft.Name}.v{version.Value.ToText()}";
        return version.IsLatest ? [versioned, draft.Name] : [versioned];
    }
}
