namespace Deck.Models.Engine.Packages;

/// <summary>A step of `deps` that has been taken or begins, for whoever watches.</summary>
/// <param name="Package">The package as messages name it; empty where the step is about all of them.</param>
/// <param name="Detail">The version, the newer version, the file: whatever the step is about.</param>
public sealed record PackageEvent(PackageStep Step, string Package, string Detail = "");
