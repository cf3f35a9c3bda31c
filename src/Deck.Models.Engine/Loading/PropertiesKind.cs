namespace Deck.Models.Engine.Loading;

/// <summary>The top-level lists of a properties file.</summary>
public enum PropertiesKind
{
    Model,
    Seed,
    Snapshot,
    Source,
    Analysis,
    Macro,
    Exposure,
    DataTest,
    UnitTest,
    Group,
    Function,
    SemanticModel,
    Metric,
    SavedQuery,
}
