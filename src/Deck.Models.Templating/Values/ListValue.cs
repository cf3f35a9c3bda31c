namespace Deck.Models.Templating.Values;

/// <summary>Python's list: shared by reference, changed in place.</summary>
public sealed class ListValue : Value
{
    private readonly List<Value> items;

    public ListValue(IEnumerable<Value> items) => this.items = [.. items];

    /// <summary>The live elements; changing them changes the list for everyone who holds it.</summary>
    public IList<Value> Items => items;

    public override string TypeName => "list";

    public override bool IsTrue => items.Count > 0;

    public override int? Length => items.Count;

    public override string Repr() => $"[{string.Join(", ", items.Select(i => i.Repr()))}]";
}
