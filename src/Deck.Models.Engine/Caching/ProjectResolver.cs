using Deck.Models.Engine.Caching.Inputs;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching;

/// <summary>Loads and resolves a project, or takes what an earlier invocation made of the same.</summary>
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

        IParseStore? store = FrameText.IsKeepable(frame) ? storeOf(frame.Project) : null;
        if (store?.Read() is { } content && KeptProject.Open(content, frame, files) is var (loaded, kept))
        {
            return new ResolutionOutcome(loaded, null, kept) { Identity = kept.Identity };
        }

        return Build(frame, recording, store);
    }

    private static ResolutionOutcome Build(ProjectFrame frame, RecordingFiles recording, IParseStore? store)
    {
        Checked<ProjectSources> loaded = ProjectLoader.Load(frame);
        if (loaded.Value is not { } sources)
        {
            return new ResolutionOutcome(loaded, null, null);
        }

        SessionReads reads = new();
        ResolutionOutcome outcome = new(loaded, ManifestBuilder.Build(sources, reads), null);
        if (store is null || KeptProject.Write(frame, recording.Inputs, reads, outcome) is not { } content)
        {
            return outcome;
        }

        store.Write(content);
        return outcome with { Identity = KeptProject.IdentityOf(content.Span) };
    }
}
