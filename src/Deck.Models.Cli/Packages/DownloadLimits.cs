using System.Collections.Immutable;

namespace Deck.Models.Cli.Packages;

/// <summary>How much and how long a download may take before it is given up.</summary>
internal sealed record DownloadLimits
{
    /// <summary>Bytes of an answer of the hub.</summary>
    public long IndexBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of an archive as it travels.</summary>
    public long ArchiveBytes { get; init; } = 512L << 20;

    /// <summary>Bytes of all files of an archive.</summary>
    public long UnpackedBytes { get; init; } = 2L << 30;

    /// <summary>Files and folders of an archive.</summary>
    public int Entries { get; init; } = 100_000;

    /// <summary>How long a server may say nothing.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The pause before each further try.</summary>
    public ImmutableArray<TimeSpan> Pauses { get; init; } = [TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4)];
}
