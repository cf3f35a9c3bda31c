using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>The use of a generic test on a model, seed, snapshot or source, or on a column of it.</summary>
public sealed class GenericTest
{
    /// <summary>The test's name without its package, such as `unique`.</summary>
    public required string Name { get; init; }

    /// <summary>The package named in `package.test`, or null.</summary>
    public string? Namespace { get; init; }

    /// <summary>Arguments as dbt passes them: `model` as text, `column_name` for a column's test, then the written ones, unrendered.</summary>
    public required DictValue Arguments { get; init; }

    /// <summary>The node that the test is declared on, or null where there is none of that name.</summary>
    public required NodeId? AttachedTo { get; init; }

    /// <summary>dbt's `file_key_name`: where in its properties file the test stands, such as `models.orders`.</summary>
    public required string FileKey { get; init; }

    public string? ColumnName { get; init; }

    /// <summary>Unique id of the macro `test_…` that makes the query.</summary>
    public required string MacroId { get; init; }
}
