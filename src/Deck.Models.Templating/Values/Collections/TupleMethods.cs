namespace Deck.Models.Templating.Values;

/// <summary>The methods of tuple.</summary>
internal static class TupleMethods
{
    public static MethodTable<TupleValue> Table { get; } = new(
        ("index(value, start=0, stop=9223372036854775807, /)", (t, a) => ListMethods.IndexIn(t.Items, a, "tuple")),
        ("count(value, /)", (t, a) => ListMethods.CountIn(t.Items, a[0])));
}
