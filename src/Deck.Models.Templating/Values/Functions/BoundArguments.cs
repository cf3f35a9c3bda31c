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

    /// <summary>The extra positional arguments of a `*rest` parameter.</summary>
    public TupleValue Rest(int index) => (TupleValue)this[index];

    /// <summary>The extra keyword arguments of a `**extra` parameter.</summary>
    public DictValue Extra(int index) => (DictValue)this[index];

    /// <summary>The text of a str argument; TypeError for any other type.</summary>
    public string Text(int index) =>
        this[index] is StringValue text ? text.Text : throw TemplateException.TypeError($"must be str, not {this[index].TypeName}");

    /// <summary>An int argument as a machine word, clamped; TypeError for any other type.</summary>
    public long Integer(int index) =>
        IntegerValue.TryFrom(this[index], out IntegerValue? integer)
            ? integer.Clamped
            : throw TemplateException.TypeError($"'{this[index].TypeName}' object cannot be interpreted as an integer");

    /// <summary>A flag that Python takes as a bool or an int; TypeError for any other type.</summary>
    public bool Flag(int index) => Integer(index) != 0;
}
