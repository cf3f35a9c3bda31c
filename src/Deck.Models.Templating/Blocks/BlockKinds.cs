namespace Deck.Models.Templating.Blocks;

/// <summary>The kinds of top-level block that dbt cuts files into before any of them is parsed.</summary>
[Flags]
public enum BlockKinds
{
    /// <summary>No block: the text between blocks.</summary>
    None = 0,
    /// <summary>`{% macro name(…) %}`.</summary>
    Macro = 1,
    /// <summary>`{% materialization name, … %}`.</summary>
    Materialization = 2,
    /// <summary>`{% test name(…) %}`.</summary>
    Test = 4,
    /// <summary>`{% data_test name(…) %}`, the newer name of a test.</summary>
    DataTest = 8,
    /// <summary>`{% snapshot name %}`.</summary>
    Snapshot = 16,
    /// <summary>`{% docs name %}`.</summary>
    Docs = 32,
}
