namespace Deck.Models.Templating.Values;

/// <summary>The methods and properties of one type, by name; a lookup binds one to its object.</summary>
/// <example>
/// <code>
/// static readonly MethodTable&lt;TableValue&gt; Members = new MethodTable&lt;TableValue&gt;(
///     ("with_schema(schema)", (table, a) =&gt; new TableValue(a.Text(0), table.Name)))
///     .WithProperties(("name", table =&gt; Value.Of(table.Name)));
///
/// public override Value? GetAttribute(string name) =&gt; Members.Bind(this, name);
/// </code>
/// </example>
public sealed class MethodTable<TSelf>
    where TSelf : Value
{
    private readonly Dictionary<string, Method> methods;
    private Dictionary<string, Func<TSelf, Value>>? properties;
    private Func<TSelf, string, string>? describe;

    /// <summary>Signatures without the object itself, as <see cref="Signature.Parse"/> reads them.</summary>
    public MethodTable(params (string Signature, Func<TSelf, BoundArguments, Value> Body)[] methods)
    {
        this.methods = new Dictionary<string, Method>(methods.Length);
        foreach ((string signature, Func<TSelf, BoundArguments, Value> body) in methods)
        {
            Signature parsed = Signature.Parse(signature);
            this.methods.Add(parsed.Name, new Method(parsed, body));
        }
    }

    /// <summary>All names, for suggestions.</summary>
    public IEnumerable<string> Names => properties is null ? methods.Keys : methods.Keys.Concat(properties.Keys);

    /// <summary>Adds attributes that are read without a call, and gives the table itself.</summary>
    public MethodTable<TSelf> WithProperties(params (string Name, Func<TSelf, Value> Read)[] members)
    {
        properties = new Dictionary<string, Func<TSelf, Value>>(members.Length);
        foreach ((string name, Func<TSelf, Value> read) in members)
        {
            properties.Add(name, read);
        }

        return this;
    }

    /// <summary>Says how a bound method prints, for classes that are written in Python, and gives the table itself.</summary>
    /// <param name="text">The text for an object and the name of one of its methods.</param>
    public MethodTable<TSelf> DescribedBy(Func<TSelf, string, string> text)
    {
        describe = text;
        return this;
    }

    /// <summary>A property's value or a method bound to its object; null where the type has no such attribute.</summary>
    public Value? Bind(TSelf self, string name) =>
        methods.TryGetValue(name, out Method? method) ? new BoundMethod(self, method, describe)
        : properties is not null && properties.TryGetValue(name, out Func<TSelf, Value>? read) ? read(self)
        : null;

    /// <summary>A method as the type declares it, bound to no object yet.</summary>
    private sealed record Method(Signature Signature, Func<TSelf, BoundArguments, Value> Body);

    /// <summary>A method of one object, as `x.name` gives it.</summary>
    private sealed class BoundMethod(TSelf self, Method method, Func<TSelf, string, string>? describe) : Value
    {
        public override string TypeName => describe is null ? "builtin_function_or_method" : "method";

        public override bool IsCallable => true;

        public override Value Call(Arguments arguments) => method.Body(self, method.Signature.Bind(arguments));

        public override string Repr() => describe?.Invoke(self, method.Signature.Name) ?? $"<built-in method {method.Signature.Name} of {self.TypeName} object>";

        public override Value? GetAttribute(string name) => name == "__name__" ? Of(method.Signature.Name) : null;
    }
}
