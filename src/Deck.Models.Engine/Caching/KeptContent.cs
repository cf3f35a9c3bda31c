using System.Collections.Immutable;
using Deck.Models.Engine.Caching.Amending;
using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Caching.Inputs;
using Deck.Models.Engine.Caching.Pieces;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching;

/// <summary>What an earlier invocation left: the project as a whole, where there was one, and the pieces that it was made of.</summary>
internal sealed class KeptContent
{
    private readonly CacheHeader header;
    private readonly CacheContent content;
    private readonly ProjectFrame frame;
    private readonly byte[] frameText;
    private readonly ReadValues values;

    private KeptContent(CacheHeader header, byte[] bytes, ProjectFrame frame, byte[] frameText)
    {
        this.header = header;
        this.frame = frame;
        this.frameText = frameText;
        content = new CacheContent(bytes, header.Sources, header.Texts);
        Identity = KeptContentWriter.IdentityOf(bytes);
        values = new ReadValues(frame.Settings, Convert.FromHexString(Identity));
    }

    public string Identity { get; }

    /// <summary>Null for what another build of the tool wrote, or what was cut off or damaged.</summary>
    /// <param name="frame">What surrounds the project's files now, and its notation.</param>
    public static KeptContent? Open(byte[] bytes, (ProjectFrame Read, byte[] Text) frame) =>
        CacheHeader.Read(bytes) is { } header ? new KeptContent(header, bytes, frame.Read, frame.Text) : null;

    /// <summary>The project, where it is what loading and resolving would give now; else null.</summary>
    public (Checked<ProjectSources> Loaded, KeptProject Project)? FindProject(IProjectFiles files)
    {
        if (header.Project == 0)
        {
            return null;
        }

        CacheReader reader = content.ReaderAt(header.Project);
        ReadCheck check = new(values);
        if (!reader.Bytes().SequenceEqual(frameText) || !check.IsSame(reader))
        {
            return null;
        }

        CacheReader conditions = content.ReaderAt(reader.SkipPart());
        ImmutableArray<Diagnostic> loading = DiagnosticFormat.Read(reader);
        Checked<ProjectSources> loaded = ProjectLoader.LoadBare(frame, loading);
        Input[] inputs = ReadInputs();
        if (!loaded.Succeeded(out ProjectSources? sources) || InputCheck.FindChanged(inputs, files, ProjectAmendment.MostFiles) is not { } changed)
        {
            return null;
        }

        KeptProject kept = new(reader, sources, Identity, loading);
        if (!DeclarationCheck.AreSame(conditions, check, new(() => kept.Scope)))
        {
            return null;
        }

        KeptProject? found = changed.Length == 0 ? kept : ProjectAmendment.Find(kept, sources, changed, (ReadPieces(), frame));
        return found is null ? null : (loaded, found);
    }

    /// <summary>What of the project's files and texts is known by itself.</summary>
    public KeptPieces ReadPieces() => KeptPieces.Read(content.ReaderAt(header.Pieces), ReadInputs(), values, frameText);

    private Input[] ReadInputs() => InputCheck.Read(content.ReaderAt(header.Inputs));
}
