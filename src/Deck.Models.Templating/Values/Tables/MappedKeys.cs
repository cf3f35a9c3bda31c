namespace Deck.Models.Templating.Values;

/// <summary>The names of a <see cref="MappedSequence"/>'s places, shared by all rows of a table.</summary>
internal sealed class MappedKeys
{
    public MappedKeys(IEnumerable<string> names)
        : this(TupleValue.Own([.. names.Select(name => Value.Of(name))]))
    {
    }

    public MappedKeys(TupleValue names)
    {
        Names = names;
        for (int i = 0; i < Names.Items.Length; i++)
        {
            Places[Names.Items[i]] = i;
        }
    }

    public TupleValue Names { get; }

    public Dictionary<Value, int> Places { get; } = [];
}
