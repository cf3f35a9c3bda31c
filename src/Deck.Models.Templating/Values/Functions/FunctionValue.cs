namespace Deck.Models.Templating.Values;

/// <summary>A function of the host that templates can call.</summary>
public sealed class FunctionValue : Value
{
    private readonly Func<Arguments, Value> body;

    /// <summary>A function that reads its arguments itself.</summary>
    /// <param name="name">The name that stands in error messages.</param>
    /// <param name="body">What a call does; throws <see cref="TemplateException"/> for wrong arguments.</param>
    public FunctionValue(string name, Func<Arguments, Value> body)
    {
        Name = name;
        this.body = body;
    }

    /// <summary>A function whose arguments are bound by its signature, wrong calls answered with Python's messages.</summary>
    public FunctionValue(Signature signature, Func<BoundArguments, Value> body)
        : this(signature.Name, arguments => body(signature.Bind(arguments)))
    {
    }

    /// <summary>The name that stands in error messages.</summary>
    public string Name { get; }

    public override string TypeName => "function";

    public override bool IsCallable => true;

    /// <summary>`FunctionValue.Of("get(key, default=None)", a => …)`.</summary>
    /// <example>
    /// <code>
    /// Value greet = FunctionValue.Of("greet(person, greeting='hello')", a =&gt; Value.Of($"{a.Text(1)} {a.Text(0)}"));
    /// </code>
    /// </example>
    public static FunctionValue Of(string signature, Func<BoundArguments, Value> body) => new(Signature.Parse(signature), body);

    public override string Repr() => $"<function {Name} at 0x7f0000000000>";

    public override Value Call(Arguments arguments) => body(arguments);
}
