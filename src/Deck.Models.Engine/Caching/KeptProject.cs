using System.Collections.Immutable;
using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching;

/// <summary>A project as an earlier invocation resolved it, proved to be what this one would make of the same files: its nodes are read when they are first asked for.</summary>
public sealed class KeptProject
{
    private static readonly ResourceType[] Types = Enum.GetValues<ResourceType>();

    private readonly int[] counts;
    private readonly Lazy<Manifest> manifest;

    /// <param name="loading">What loading said of the project's resources.</param>
    internal KeptProject(CacheReader reader, ProjectSources sources, string identity, ImmutableArray<Diagnostic> loading)
    {
        Identity = new ProjectIdentity(identity);
        counts = [.. Types.Select(_ => reader.Number())];
        Diagnostics = DiagnosticFormat.Read(reader);
        Remarks = [.. loading, .. Diagnostics];
        manifest = new Lazy<Manifest>(() => ManifestFormat.Read(reader, sources));
    }

    private KeptProject(KeptProject before, ImmutableArray<Node> amended, string identity)
    {
        Identity = before.Identity with { Amendment = identity, Amended = [.. amended.Select(node => node.Id)] };
        counts = before.counts;
        Diagnostics = before.Diagnostics;
        Remarks = before.Remarks;
        manifest = new Lazy<Manifest>(before.Manifest.With(amended));
    }

    public Manifest Manifest => manifest.Value;

    /// <summary>Tells this state of the project from every other one.</summary>
    public ProjectIdentity Identity { get; }

    /// <summary>Warnings and notices of the resolution.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What had to be parsed for them.</summary>
    internal ParseWork Work { get; private init; } = ParseWork.None;

    /// <summary>What loading the resources and resolving them had to say.</summary>
    internal ImmutableArray<Diagnostic> Remarks { get; }

    /// <summary>What a dry render of one of its texts needs.</summary>
    internal DeclarationScope Scope => new() { Project = Manifest.Project, Macros = Manifest.Macros };

    /// <summary>How many enabled nodes of a type there are.</summary>
    public int Count(ResourceType type) => counts[(int)type];

    /// <summary>The project with some nodes replaced by others of the same ids, of which there is nothing to say.</summary>
    /// <param name="identity">Tells the new nodes from others.</param>
    internal KeptProject With(ImmutableArray<Node> nodes, string identity, ParseWork work) => new(this, nodes, identity) { Work = work };

    internal static void Write(CacheWriter writer, ImmutableArray<Diagnostic> diagnostics, Manifest manifest)
    {
        WriteCounts(writer, manifest);
        DiagnosticFormat.Write(writer, diagnostics);
        ManifestFormat.Write(writer, manifest);
    }

    private static void WriteCounts(CacheWriter writer, Manifest manifest)
    {
        int[] counts = new int[Types.Length];
        foreach (Node node in manifest.Nodes)
        {
            counts[(int)node.ResourceType]++;
        }

        foreach (int count in counts)
        {
            writer.Number(count);
        }
    }
}
