namespace Deck.Models.Templating.Values;

/// <summary>Jinja's `namespace(...)`: the object whose attributes `{% set ns.name = value %}` changes.</summary>
public sealed class NamespaceValue : Value
{
    private readonly DictValue attributes;

    /// <summary>A namespace without attributes.</summary>
    public NamespaceValue()
        : this(new DictValue())
    {
    }

    /// <summary>Takes over the dict, which nobody else may hold.</summary>
    internal NamespaceValue(DictValue attributes) => this.attributes = attributes;

    public override string TypeName => "Namespace";

    /// <summary>Sets an attribute.</summary>
    public void Set(string name, Value value) => attributes.Set(name, value);

    public override IEnumerable<string> MemberNames => attributes.TextKeys;

    public override Value? GetAttribute(string name) => attributes.TryGet(name, out Value? value) ? value : null;

    /// <summary>None: jinja2's namespaces have attributes only, which subscripts reach as attributes.</summary>
    public override Value? GetItem(Value key) => null;

    public override string Repr() => $"<Namespace {attributes.Repr()}>";
}
