using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.References;

/// <summary>The nodes of a manifest by the names under which texts refer to them.</summary>
internal sealed class ReferenceIndex
{
    private readonly ILookup<string, Node> referable;
    private readonly Dictionary<(string Source, string Table), SourceNode> sources = [];
    private readonly ILookup<string, MetricNode> metrics;
    private readonly ILookup<string, FunctionNode> functions;
    private readonly string rootPackage;

    public ReferenceIndex(Manifest manifest)
    {
        rootPackage = manifest.Project.ProjectName;
        referable = manifest.Nodes.Where(n => n is ModelNode or SeedNode or SnapshotNode).ToLookup(n => n.Name, StringComparer.Ordinal);
        metrics = manifest.Nodes.OfType<MetricNode>().ToLookup(n => n.Name, StringComparer.Ordinal);
        functions = manifest.Nodes.OfType<FunctionNode>().ToLookup(n => n.Name, StringComparer.Ordinal);
        foreach (SourceNode source in manifest.Nodes.OfType<SourceNode>())
        {
            // The root project's source of a name wins over a package's.
            if (source.PackageName == rootPackage || !sources.ContainsKey((source.SourceName, source.Name)))
            {
                sources[(source.SourceName, source.Name)] = source;
            }
        }
    }

    public IEnumerable<string> Names => referable.Select(g => g.Key);

    public IEnumerable<string> SourceNames => sources.Keys.Select(k => $"{k.Source}.{k.Table}");

    public IEnumerable<string> FunctionNames => functions.Select(g => g.Key);

    public SourceNode? FindSource(SourceCall call) => sources.GetValueOrDefault((call.Source, call.Table));

    public IEnumerable<string> MetricNames => metrics.Select(g => g.Key);

    public MetricNode? FindMetric(MetricCall call, string fromPackage) => Choose([.. metrics[call.Name]], call.Package, fromPackage);

    public FunctionNode? FindFunction(FunctionCall call, string fromPackage) => Choose([.. functions[call.Name]], call.Package, fromPackage);

    public Node? Find(RefCall call, string fromPackage) =>
        Choose([.. referable[call.Name].Where(n => HasVersion(n, call.Version))], call.Package, fromPackage);

    /// <summary>dbt's order: the named package; else the root project, the referring node's package, then any.</summary>
    private T? Choose<T>(T[] candidates, string? package, string fromPackage)
        where T : Node => package is not null
        ? Array.Find(candidates, n => n.PackageName == package)
        : Array.Find(candidates, n => n.PackageName == rootPackage)
            ?? Array.Find(candidates, n => n.PackageName == fromPackage)
            ?? candidates.FirstOrDefault();

    /// <summary>Without a version the latest one is meant.</summary>
    private static bool HasVersion(Node node, Value? version) => node is not ModelNode { Version: { IsNone: false } own } model
        ? version is null
        : (version ?? model.LatestVersion) is not { } asked || own.Equals(asked) || own.ToText() == asked.ToText();
}
