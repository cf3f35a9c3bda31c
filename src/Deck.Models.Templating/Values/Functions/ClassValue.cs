namespace Deck.Models.Templating.Values;

/// <summary>A Python class that templates call to make its objects, with its class methods and constants.</summary>
internal sealed class ClassValue(string name, Func<Arguments, Value> construct, IReadOnlyDictionary<string, Value> members) : Value
{
    /// <summary>Any object of the class, which shows the methods that the class has.</summary>
    public Value? Instance { get; init; }

    /// <summary>True where the class takes type arguments, as `dict['key']` does.</summary>
    public bool IsGeneric { get; init; }

    /// <summary>A class without class methods, from the signature of its constructor.</summary>
    public static ClassValue Of(string name, string signature, Func<BoundArguments, Value> construct)
    {
        Signature parsed = Signature.Parse(signature);
        return new ClassValue(name, arguments => construct(parsed.Bind(arguments)), new Dictionary<string, Value>());
    }

    public override string TypeName => "type";

    public override bool IsCallable => true;

    public override string Repr() => $"<class '{name}'>";

    public override Value Call(Arguments arguments) => construct(arguments);

    public override IEnumerable<string> MemberNames => members.Keys;

    public override Value? GetAttribute(string attribute) =>
        members.TryGetValue(attribute, out Value? member) ? member
        : Instance?.GetAttribute(attribute) is { IsCallable: true } ? new UnboundMethod(name, attribute, Instance)
        : null;

    public override Value? GetItem(Value key) => IsGeneric ? new GenericAlias(name, key, construct) : null;

    /// <summary>A method taken from the class: its first argument is the object.</summary>
    private sealed class UnboundMethod(string type, string name, Value instance) : Value
    {
        public override string TypeName => "method_descriptor";

        public override bool IsCallable => true;

        public override string Repr() => $"<method '{name}' of '{type}' objects>";

        public override Value Call(Arguments arguments) =>
            arguments.Positional is [var self, .. var rest] && IsObject(self) && self.GetAttribute(name) is { } method
                ? method.Call(new Arguments(rest.ToArray(), arguments.Named.ToArray()))
                : throw TemplateException.TypeError($"descriptor '{name}' for '{type}' objects doesn't apply to the arguments given");

        /// <summary>A datetime is a date.</summary>
        private bool IsObject(Value self) => self.GetType() == instance.GetType() || (instance is DateValue && self is DateTimeValue);
    }

    /// <summary>A class with type arguments: it makes the same objects.</summary>
    private sealed class GenericAlias(string origin, Value argument, Func<Arguments, Value> construct) : Value
    {
        public override string TypeName => "types.GenericAlias";

        public override bool IsCallable => true;

        public override string Repr() => $"{origin}[{argument.Repr()}]";

        public override Value Call(Arguments arguments) => construct(arguments);
    }
}
