using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Requests;

/// <summary>One package that a project asks for, rendered.</summary>
public abstract class PackageRequest
{
    /// <summary>Where it is asked for; null where the hub's index says it.</summary>
    public Location? Location { get; init; }

    /// <summary>Who asks, for messages: `packages.yml`, `dbt-labs/audit_helper 0.12.0`.</summary>
    public required string RequestedBy { get; init; }

    /// <summary>What dbt calls the package while it resolves; requests of one name are for the same package.</summary>
    public abstract string Name { get; }

    /// <summary>The name in a message or a line of progress, without secrets.</summary>
    public abstract string ShownName { get; }

    /// <summary>What is wanted of the package, for a message about a conflict: `&gt;=1.0.0`, `revision main`.</summary>
    public abstract string Wanted { get; }

    /// <summary>Names under which an earlier request may stand.</summary>
    public virtual IEnumerable<string> AllNames => [Name];

    /// <summary>Requests of different kinds for one package exclude each other.</summary>
    public abstract string Kind { get; }

    /// <summary>The diagnostic at the place of the request, where it has one and the diagnostic has none.</summary>
    public Diagnostic Place(Diagnostic diagnostic) => Location is { } place && diagnostic.Location is null ? diagnostic.At(place) : diagnostic;
}
