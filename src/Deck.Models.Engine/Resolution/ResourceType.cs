namespace Deck.Models.Engine.Resolution;

/// <summary>dbt's resource types; <see cref="ResourceTypes.NameOf"/> gives the name in artifacts and selectors.</summary>
public enum ResourceType
{
    Model,
    Seed,
    Snapshot,
    Test,
    UnitTest,
    Analysis,
    Operation,
    Source,
    Exposure,
    Function,
    SemanticModel,
    Metric,
    SavedQuery,
}
