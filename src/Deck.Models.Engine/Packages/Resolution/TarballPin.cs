namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>An archive at an address.</summary>
public sealed class TarballPin : PackagePin
{
    /// <summary>The address, secrets in it.</summary>
    public required string Url { get; init; }

    /// <summary>The address as written.</summary>
    public required string Written { get; init; }

    /// <summary>The name under which it is installed.</summary>
    public required string Project { get; init; }

    public override string ShownVersion => "tarball";

    public override string Identity => $"tarball {Url} {Project}";
}
