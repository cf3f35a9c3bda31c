using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution;

/// <summary>What a function takes and gives.</summary>
public sealed class FunctionSignature
{
    /// <summary>The signature of a function that nobody describes.</summary>
    public static FunctionSignature Unknown { get; } = new();

    public ImmutableArray<FunctionArgument> Arguments { get; init; } = [];

    /// <summary>The type that the function gives, such as `integer` or `table (id integer)`; null where no properties say it.</summary>
    public string? Returns { get; init; }

    public string? ReturnsDescription { get; init; }
}
