using Deck.Models.Engine.Loading.Resources;

namespace Deck.Models.Engine.Loading;

/// <summary>A package of which only the project file is read.</summary>
internal sealed record FramedPackage(PackageFolder Folder, ProjectFile Project);
