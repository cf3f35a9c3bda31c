namespace Deck.Models.Engine.Selection;

/// <summary>What a criterion compares, by dbt's names (`test_name` is <see cref="TestName"/>).</summary>
public enum SelectionMethod
{
    Fqn,
    Tag,
    Group,
    Access,
    Source,
    Path,
    File,
    Package,
    Config,
    TestName,
    TestType,
    ResourceType,
    State,
    Exposure,
    Metric,
    Result,
    SourceStatus,
    Version,
    SemanticModel,
    SavedQuery,
    UnitTest,
    Selector,
    Function,
}
