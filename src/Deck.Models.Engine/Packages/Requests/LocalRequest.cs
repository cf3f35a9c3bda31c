namespace Deck.Models.Engine.Packages.Requests;

/// <summary>A package in a folder: `local:`, from the root project's folder, as in dbt even where a package asks for it.</summary>
public sealed class LocalRequest : PackageRequest
{
    public required string Folder { get; init; }

    public override string Name => Folder;

    public override string ShownName => Folder;

    public override string Wanted => $"the folder `{Folder}`";

    public override string Kind => "local";
}
