namespace Deck.Models.Templating.Values;

/// <summary>A function of the host that templates can call.</summary>
/// <param name="name">The name that stands in error messages.</param>
/// <param name="body">What a call does; throws <see cref="TemplateException"/> for wrong arguments.</param>
public sealed class FunctionValue(string name, Func<Arguments, Value> body) : Value
{
    public string Name { get; } = name;

    public override string TypeName => "function";

    public override bool IsCallable => true;

    public override string Repr() => $"<function {Name}>";

    public override Value Call(Arguments arguments) => body(arguments);
}
