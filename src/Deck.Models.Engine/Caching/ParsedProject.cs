using Deck.Models.Engine.Caching.Inputs;
using Deck.Models.Engine.Caching.Pieces;
using Deck.Models.Engine.Caching.Reads;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching;

/// <summary>Everything that one invocation found out of a project, and of what it found it out.</summary>
internal sealed class ParsedProject
{
    public required ProjectFrame Frame { get; init; }

    /// <summary>The notation of <see cref="Frame"/>.</summary>
    public required byte[] FrameText { get; init; }

    /// <summary>What was asked of the project's files.</summary>
    public required RecordingFiles Files { get; init; }

    /// <summary>What each file gave.</summary>
    public required FileMemory Memory { get; init; }

    /// <summary>What each text gave, and what was asked of anything but files.</summary>
    public required SessionReads Reads { get; init; }

    public required ProjectSources Sources { get; init; }

    /// <summary>What loading has to say.</summary>
    public required Checked<ProjectSources> Loaded { get; init; }

    public required Checked<Manifest> Resolved { get; init; }

    public ParseWork Work => new(Memory.Parsed, Reads.Rendered);

    /// <summary>The manifest where it was made without a mistake, and nothing in it is another each time; else null.</summary>
    public Manifest? Whole => Reads.Others.IsVolatile || Loaded.HasErrors || Resolved.HasErrors ? null : Resolved.Value;
}
