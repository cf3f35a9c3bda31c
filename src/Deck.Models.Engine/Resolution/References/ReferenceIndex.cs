using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution.References;

/// <summary>Everything that `ref`, `source` and `function` can name, enabled or not.</summary>
internal sealed class ReferenceIndex
{
    private readonly Dictionary<string, List<NodeDraft>> enabled = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<NodeDraft>> disabled = new(StringComparer.Ordinal);
    private readonly PackageTable<List<NodeDraft>> sources = new();
    private readonly List<NodeDraft> functions = [];

    public ReferenceIndex(ImmutableArray<NodeDraft> drafts)
    {
        foreach (NodeDraft draft in drafts)
        {
            if (draft.ResourceType == ResourceType.Source)
            {
                AddSource(draft);
            }
            else if (draft.ResourceType == ResourceType.Function)
            {
                functions.Add(draft);
            }
            else if (draft.IsRefable)
            {
                Add(draft.IsEnabled ? enabled : disabled, draft);
            }
        }
    }

    /// <summary>Names for suggestions.</summary>
    public IEnumerable<string> RefNames => enabled.Keys.Where(k => !k.Contains(".v", StringComparison.Ordinal));

    /// <summary>One table of each name of each source.</summary>
    public IEnumerable<NodeDraft> Sources => sources.All.Select(s => s[0]);

    public static string SourceOf(NodeDraft table) => table.Fqn[^2];

    public static string TableOf(NodeDraft table) => table.Fqn[^1];

    /// <summary>Enabled nodes of a name (`name` or `name.v2`) in one package, or in any.</summary>
    public List<NodeDraft> Find(string name, string? package) => In(enabled.GetValueOrDefault(name), package);

    public List<NodeDraft> FindDisabled(string name, string? package) => In(disabled.GetValueOrDefault(name), package);

    public List<NodeDraft> FindSource(string source, string table, string? package) => In(sources.TryFind(source, table, out List<NodeDraft>? found) ? found : null, package);

    /// <summary>Functions of a name in one package, or in any, enabled or not.</summary>
    public List<NodeDraft> FindFunction(string name, string? package) => functions.FindAll(d => d.Name == name && (package is null || d.PackageName == package));

    public IEnumerable<string> FunctionNames => functions.Select(f => f.Name);

    private static List<NodeDraft> In(List<NodeDraft>? drafts, string? package) =>
        drafts is null ? [] : package is null ? drafts : drafts.FindAll(d => d.PackageName == package);

    /// <summary>A versioned model goes by `name.v2`; its latest version by its name too.</summary>
    private static void Add(Dictionary<string, List<NodeDraft>> byName, NodeDraft draft)
    {
        foreach (string name in NamesOf(draft))
        {
            if (!byName.TryGetValue(name, out List<NodeDraft>? same))
            {
                byName.Add(name, same = []);
            }

            same.Add(draft);
        }
    }

    private void AddSource(NodeDraft table)
    {
        if (sources.TryFind(SourceOf(table), TableOf(table), out List<NodeDraft>? same))
        {
            same.Add(table);
        }
        else
        {
            sources.TryAdd(SourceOf(table), TableOf(table), [table]);
        }
    }

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
