namespace Deck.Models.Templating.Values;

/// <summary>A call's arguments in the order of the parameters of a <see cref="Signature"/>.</summary>
public readonly struct BoundArguments
{
    private readonly Value?[] values;

    internal BoundArguments(Value?[] values) => this.values = values;

    /// <summary>The argument at a parameter's place; a parameter whose default is `...` and that was left out is an error to ask for.</summary>
    public Value this[int index] => values[index] ?? throw new InvalidOperationException($"parameter {index} was left out");

    /// <summary>The argument at a parameter's place, or null where its default is `...` and it was left out. Extra positional arguments are a tuple, extra keywords a dict.</summary>
    public Value? Find(int index) => values[index];
}
