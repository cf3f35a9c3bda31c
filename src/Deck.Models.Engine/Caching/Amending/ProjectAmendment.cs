using System.Collections.Immutable;
using Deck.Models.Engine.Caching.Format;
using Deck.Models.Engine.Caching.Inputs;
using Deck.Models.Engine.Caching.Pieces;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Caching.Amending;

/// <summary>
/// A kept project with what a few changed files say put in its place, where that provably concerns nobody else: texts of models, and what properties files say of models.
/// It is made at each start anew, so that nothing has to be kept of it.
/// </summary>
internal static class ProjectAmendment
{
    /// <summary>Changed files above which it costs less to resolve and keep all of the project again.</summary>
    public const int MostFiles = 20;

    /// <summary>The amended project, or null where the changes may concern others.</summary>
    /// <param name="sources">The project without its resources.</param>
    /// <param name="changed">The questions to the files whose answers are others now.</param>
    public static KeptProject? Find(KeptProject kept, ProjectSources sources, Input[] changed, (KeptPieces Pieces, ProjectFrame Frame) project)
    {
        ChangedFile?[] files = [.. changed.Select(input => input.Kind == InputKind.File ? ChangedFile.Find(input.Path, project.Pieces.Files, project.Frame) : null)];
        if (files.Contains(null) || Sources([.. files.OfType<ChangedFile>()]) is not { } now || Sources([.. files.OfType<ChangedFile>().Select(file => file.Undone)]) is not { } before)
        {
            return null;
        }

        SessionReads reads = new() { Kept = project.Pieces };
        return ModelResolution.Resolve(before, now, kept.Manifest, reads) is { } nodes && IdentityOf(nodes) is { } identity
            ? kept.With(nodes, identity, new ParseWork(files.Length, reads.Rendered))
            : null;

        ProjectSources? Sources(ImmutableArray<ChangedFile> some) =>
            AffectedModels.Find(some, kept.Manifest, project.Pieces.Files, project.Frame) is { } models && !kept.Remarks.Any(models.AreMeantBy) ? models.SourcesIn(sources, kept.Manifest) : null;
    }

    /// <summary>Tells these nodes from others of the same ids; null where one has no notation.</summary>
    private static string? IdentityOf(ImmutableArray<Node> nodes)
    {
        CacheWriter writer = new(1 << 16);
        foreach (Node node in nodes)
        {
            NodeFormat.Write(writer, node);
        }

        writer.Finish();
        return writer.IsWhole ? Convert.ToHexStringLower(InputDigest.Of(writer.Written)) : null;
    }
}
