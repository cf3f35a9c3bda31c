using System.Collections.Immutable;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>A unit test: rows in, rows expected out of one model.</summary>
public sealed class UnitTestNode : Node
{
    public override ResourceType ResourceType => ResourceType.UnitTest;

    public required NodeId Model { get; init; }

    public required ImmutableArray<UnitTestInput> Given { get; init; }

    public required UnitTestRows Expect { get; init; }

    /// <summary>The tested model's version, where it has one.</summary>
    public Value? Version { get; init; }

    /// <summary>`overrides:` by kind: `macros`, `vars`, `env_vars`.</summary>
    public required DictValue Overrides { get; init; }
}
