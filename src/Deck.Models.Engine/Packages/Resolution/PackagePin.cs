using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>A package with the one version, revision or place that was chosen for it.</summary>
public abstract class PackagePin
{
    /// <summary>Where it was asked for first.</summary>
    public Location? Location { get; init; }

    /// <summary>The package as messages name it, without secrets.</summary>
    public required string ShownName { get; init; }

    /// <summary>What was chosen, for messages: `1.1.1`, `revision main`.</summary>
    public abstract string ShownVersion { get; }

    /// <summary>Equal for two pins that bring the same files.</summary>
    public abstract string Identity { get; }

    /// <summary>The diagnostic at the place where the package is asked for.</summary>
    public Diagnostic Place(Diagnostic diagnostic) => Location is { } place && diagnostic.Location is null ? diagnostic.At(place) : diagnostic;
}
