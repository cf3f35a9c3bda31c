using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Resolution;

/// <summary>A unit test: rows in, rows expected out of one model.</summary>
public sealed class UnitTestNode : Node
{
    public UnitTestNode()
    {
    }

    [SetsRequiredMembers]
    internal UnitTestNode(NodeHead head, NodeId model, UnitTestRows expect)
        : base(head)
    {
        Model = model;
        Expect = expect;
        Given = [];
        Overrides = new DictValue();
    }

    public override ResourceType ResourceType => ResourceType.UnitTest;

    public required NodeId Model { get; init; }

    public required ImmutableArray<UnitTestInput> Given { get; init; }

    public required UnitTestRows Expect { get; init; }

    /// <summary>The tested model's version, where it has one.</summary>
    public Value? Version { get; init; }

    /// <summary>`overrides:` by kind: `macros`, `vars`, `env_vars`.</summary>
    public required DictValue Overrides { get; init; }
}
