using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>What a properties file says of a macro.</summary>
public sealed class MacroDescription
{
    /// <summary>The macro that nobody describes.</summary>
    public static MacroDescription None { get; } = new();

    public string Description { get; init; } = "";

    public DictValue Meta { get; init; } = new();

    /// <summary>`docs:`: `show` and `node_color`.</summary>
    public DictValue Docs { get; init; } = new();

    /// <summary>Each a dict of `name`, `type` and `description`; empty where none are described.</summary>
    public ImmutableArray<DictValue> Arguments { get; init; } = [];

    /// <summary>dbt's `package://path` of the properties file.</summary>
    public string? PatchPath { get; init; }
}
