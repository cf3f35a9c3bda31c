namespace Deck.Models.Templating.Values;

/// <summary>A Python class that templates call to make its objects, with its class methods and constants.</summary>
internal sealed class ClassValue(string name, Func<Arguments, Value> construct, IReadOnlyDictionary<string, Value> members) : Value
{
    public override string TypeName => "type";

    public override bool IsCallable => true;

    public override string Repr() => $"<class '{name}'>";

    public override Value Call(Arguments arguments) => construct(arguments);

    public override Value? GetAttribute(string name) => members.TryGetValue(name, out Value? member) ? member : null;
}
