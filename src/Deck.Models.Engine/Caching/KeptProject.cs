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

    private readonly int[] counts = new int[Types.Length];
    private readonly Lazy<Manifest> manifest;

    internal KeptProject(CacheReader reader, ProjectSources sources, string identity)
    {
        Identity = identity;
        for (int i = 0; i < counts.Length; i++)
        {
            counts[i] = reader.Number();
        }

        Diagnostics = DiagnosticFormat.Read(reader);
        manifest = new Lazy<Manifest>(() => ManifestFormat.Read(reader, sources));
    }

    public Manifest Manifest => manifest.Value;

    /// <summary>Tells this state of the project from every other one.</summary>
    public string Identity { get; }

    /// <summary>Warnings and notices of the resolution.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>What a dry render of one of its texts needs.</summary>
    internal DeclarationScope Scope => new() { Project = Manifest.Project, Macros = Manifest.Macros };

    /// <summary>How many enabled nodes of a type there are.</summary>
    public int Count(ResourceType type) => counts[(int)type];

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
