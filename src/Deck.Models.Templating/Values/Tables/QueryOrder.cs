namespace Deck.Models.Templating.Values;

/// <summary>agate's order of rows: stable, missing values last.</summary>
internal static class QueryOrder
{
    public static List<Value> Sort(List<Value> items, Func<Value, Value> key, bool reverse) =>
        Sequences.Sort(items, item => Rank(key(item)), reverse);

    private static TupleValue Rank(Value key) =>
        key switch
        {
            NoneValue => Value.Tuple(IntegerValue.One, IntegerValue.Zero),
            TupleValue several => Value.Tuple(IntegerValue.Zero, TupleValue.Own([.. several.Items.Select(Rank)])),
            _ => Value.Tuple(IntegerValue.Zero, key),
        };
}
