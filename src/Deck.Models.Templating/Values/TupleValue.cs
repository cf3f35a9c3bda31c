using System.Collections.Immutable;

namespace Deck.Models.Templating.Values;

/// <summary>Python's tuple.</summary>
public sealed class TupleValue(ImmutableArray<Value> items) : Value
{
    public ImmutableArray<Value> Items { get; } = items;

    public override string TypeName => "tuple";

    public override bool IsTrue => Items.Length > 0;

    public override int? Length => Items.Length;

    public override string Repr() => Items.Length == 1 ? $"({Items[0].Repr()},)" : $"({string.Join(", ", Items.Select(i => i.Repr()))})";
}
