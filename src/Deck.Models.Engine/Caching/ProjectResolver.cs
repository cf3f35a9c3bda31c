using Deck.Models.Engine.Caching.Inputs;
using Deck.Models.Engine.Caching.Pieces;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching;

/// <summary>Loads and resolves a project, or takes what an earlier invocation made of the same: of all of it, or else of what has not changed.</summary>
public static class ProjectResolver
{
    /// <summary>The outcome is the same with a store and without one.</summary>
    /// <param name="storeOf">Where things are kept, once the project file is known; null for nowhere.</param>
    public static ResolutionOutcome Resolve(IProjectFiles files, InvocationSettings settings, Func<ProjectFile, IParseStore?> storeOf)
    {
        RecordingFiles recording = new(files, settings.StartedAt);
        Checked<ProjectFrame> read = ProjectFrame.Read(recording, settings);
        if (read.Value is not { } frame)
        {
            return new ResolutionOutcome(Check.Failed<ProjectSources>(read.Diagnostics), null, null);
        }

        if (!FrameText.IsKeepable(frame) || storeOf(frame.Project) is not { } store || FrameText.Of(frame) is not { } text)
        {
            return Build(frame);
        }

        KeptContent? content = store.Read() is { } bytes ? KeptContent.Open(bytes, (frame, text)) : null;
        return content?.FindProject(files) is var (loaded, kept)
            ? new ResolutionOutcome(loaded, null, kept) { Identity = kept.Identity, Work = kept.Work }
            : Build(frame, text, recording, (store, content));
    }

    private static ResolutionOutcome Build(ProjectFrame frame)
    {
        Checked<ProjectSources> loaded = ProjectLoader.Load(frame);
        return new ResolutionOutcome(loaded, loaded.Value is { } sources ? ManifestBuilder.Build(sources) : null, null);
    }

    /// <summary>Builds with what of the kept pieces still holds, and keeps the new ones.</summary>
    private static ResolutionOutcome Build(ProjectFrame frame, byte[] frameText, RecordingFiles files, (IParseStore Store, KeptContent? Content) kept)
    {
        KeptPieces pieces = kept.Content?.ReadPieces() ?? KeptPieces.None;
        FileMemory memory = new(files, pieces.Files);
        Checked<ProjectSources> loaded = ProjectLoader.Load(frame, memory.Read);
        if (loaded.Value is not { } sources)
        {
            return new ResolutionOutcome(loaded, null, null);
        }

        SessionReads reads = new() { Kept = pieces };
        Checked<Manifest> resolved = ManifestBuilder.Build(sources, reads);
        ParsedProject parsed = new() { Frame = frame, FrameText = frameText, Files = files, Memory = memory, Reads = reads, Sources = sources, Loaded = loaded, Resolved = resolved };
        return new ResolutionOutcome(loaded, resolved, null) { Identity = Keep(parsed, kept.Store, kept.Content), Work = parsed.Work };
    }

    /// <summary>The identity of what is kept, or null where that is no whole project.</summary>
    private static ProjectIdentity? Keep(ParsedProject parsed, IParseStore store, KeptContent? before)
    {
        if (before is not null && parsed is { Whole: null, Work: { Files: 0, Texts: 0 } })
        {
            return null;
        }

        byte[] salt = ReadValues.NewSalt();
        store.Write(() => KeptContentWriter.Write(parsed, salt));
        return parsed.Whole is null ? null : new ProjectIdentity(Convert.ToHexStringLower(salt));
    }
}
