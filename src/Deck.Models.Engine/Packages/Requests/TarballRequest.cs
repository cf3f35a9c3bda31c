namespace Deck.Models.Engine.Packages.Requests;

/// <summary>A package in an archive: `tarball:`, and `name:` under which it is installed.</summary>
public sealed class TarballRequest : PackageRequest
{
    /// <summary>The archive's address, secrets in it.</summary>
    public required string Url { get; init; }

    /// <summary>The address as it is written, templates not rendered.</summary>
    public required string Written { get; init; }

    public required string Project { get; init; }

    public override string Name => Url;

    public override string ShownName => SecretMask.HideUser(Written);

    public override string Wanted => $"the archive `{ShownName}`";

    public override string Kind => "tarball";
}
