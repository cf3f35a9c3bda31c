namespace Deck.Models.Templating.Blocks;

/// <summary>The kinds of top-level block that dbt cuts files into before any of them is parsed.</summary>
[Flags]
public enum BlockKinds
{
    None = 0,
    Macro = 1,
    Materialization = 2,
    Test = 4,
    DataTest = 8,
    Snapshot = 16,
    Docs = 32,
}
