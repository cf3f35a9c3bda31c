namespace Deck.Models.Templating.Values;

/// <summary>A Python class that templates call to make its objects, with its class methods and constants.</summary>
internal sealed class ClassValue(string name, Func<Arguments, Value> construct, IReadOnlyDictionary<string, Value> members) : Value
{
    /// <summary>A class without class methods, from the signature of its constructor.</summary>
    public static ClassValue Of(string name, string signature, Func<BoundArguments, Value> construct, params (string Name, Value Value)[] members)
    {
        Signature parsed = Signature.Parse(signature);
        Dictionary<string, Value> byName = new(members.Length);
        foreach ((string member, Value value) in members)
        {
            byName.Add(member, value);
        }

        return new ClassValue(name, arguments => construct(parsed.Bind(arguments)), byName);
    }

    public override string TypeName => "type";

    public override bool IsCallable => true;

    public override string Repr() => $"<class '{name}'>";

    public override Value Call(Arguments arguments) => construct(arguments);

    public override IEnumerable<string> MemberNames => members.Keys;

    public override Value? GetAttribute(string name) => members.TryGetValue(name, out Value? member) ? member : null;
}
