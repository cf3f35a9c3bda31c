using System.Collections.Immutable;
using System.Security.Cryptography;
using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Caching.Inputs;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching;

/// <summary>A project as an earlier invocation resolved it, proved to be what this one would make of the same files: its nodes are read when they are first asked for.</summary>
public sealed class KeptProject
{
    /// <summary>Bytes that a node takes, with its part of the tables, so that the buffer hardly ever grows.</summary>
    private const int UsualNode = 1000;

    private static readonly ResourceType[] Types = Enum.GetValues<ResourceType>();

    private readonly int[] counts = new int[Types.Length];
    private readonly Lazy<Manifest> manifest;

    private KeptProject(CacheReader reader, ProjectSources sources, string identity)
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

    /// <summary>How many enabled nodes of a type there are.</summary>
    public int Count(ResourceType type) => counts[(int)type];

    /// <summary>The content to keep, or null where there is something that cannot be kept.</summary>
    /// <param name="inputs">What was asked of the files.</param>
    /// <param name="reads">What was asked of anything else.</param>
    internal static ReadOnlyMemory<byte>? Write(ProjectFrame frame, ICollection<Input> inputs, SessionReads reads, ResolutionOutcome outcome)
    {
        if (reads.Others.IsVolatile || outcome.HasErrors || outcome.Loaded.Value is null || outcome.Resolved?.Value is not { } manifest || FrameText.Of(frame) is not { } text)
        {
            return null;
        }

        CacheWriter writer = new((1 << 20) + (manifest.Nodes.Length * UsualNode));
        for (int i = 0; i < CacheHeader.Size; i++)
        {
            writer.Flag(false);
        }

        byte[] salt = RandomNumberGenerator.GetBytes(ReadValues.SaltLength);
        writer.Raw(salt);
        int conditionsAt = writer.Position;
        WriteConditions(writer, text, inputs, (reads, new ReadCheck(new ReadValues(frame.Settings, salt))));
        int projectAt = writer.Position;
        DiagnosticFormat.Write(writer, [.. outcome.Loaded.Diagnostics.Skip(frame.Diagnostics.Count)]);
        WriteCounts(writer, manifest);
        DiagnosticFormat.Write(writer, outcome.Resolved.Diagnostics);
        ManifestFormat.Write(writer, manifest);
        (int sources, int texts) = writer.Finish();
        if (!writer.IsWhole)
        {
            return null;
        }

        new CacheHeader(sources, texts, conditionsAt, projectAt).WriteTo(writer.Memory.Span);
        return writer.Memory;
    }

    /// <summary>What was kept, where it is what loading and resolving would give now; else null.</summary>
    internal static (Checked<ProjectSources> Loaded, KeptProject Project)? Open(byte[] content, ProjectFrame frame, IProjectFiles files)
    {
        if (CacheHeader.Read(content) is not { } header)
        {
            return null;
        }

        CacheContent opened = new(content, header.Sources, header.Texts);
        CacheReader reader = opened.ReaderAt(header.Project);
        ImmutableArray<Diagnostic> loading = DiagnosticFormat.Read(reader);
        Checked<ProjectSources> loaded = ProjectLoader.LoadBare(frame, loading);
        if (!loaded.Succeeded(out ProjectSources? sources))
        {
            return null;
        }

        KeptProject kept = new(reader, sources, IdentityOf(content));
        return kept.Holds(opened.ReaderAt(header.Conditions), frame, files) ? (loaded, kept) : null;
    }

    internal static string IdentityOf(ReadOnlySpan<byte> content) => Convert.ToHexStringLower(content.Slice(CacheHeader.Size, ReadValues.SaltLength));

    private static void WriteConditions(CacheWriter writer, byte[] frame, ICollection<Input> inputs, (SessionReads Log, ReadCheck Check) reads)
    {
        writer.Bytes(frame);
        reads.Check.Write(writer, reads.Log.Others);
        InputCheck.Write(writer, inputs);
        DeclarationCheck.Write(writer, reads.Log.Declarations, reads.Check);
    }

    /// <summary>True where everything is the same that the project was made of.</summary>
    private bool Holds(CacheReader reader, ProjectFrame frame, IProjectFiles files)
    {
        if (!reader.Bytes().SequenceEqual(FrameText.Of(frame)))
        {
            return false;
        }

        ReadCheck check = new(new ReadValues(frame.Settings, Convert.FromHexString(Identity)));
        return check.IsSame(reader)
            && InputCheck.AreSame(InputCheck.Read(reader), files)
            && DeclarationCheck.AreSame(reader, check, new Lazy<DeclarationScope>(() => new DeclarationScope { Project = Manifest.Project, Macros = Manifest.Macros }));
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
