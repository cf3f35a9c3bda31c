namespace Deck.Models.Templating.Values;

/// <summary>Jinja's `namespace(...)`: the object whose attributes `{% set ns.name = value %}` changes.</summary>
public sealed class NamespaceValue : Value
{
    private readonly DictValue attributes = new();

    public override string TypeName => "Namespace";

    public void Set(string name, Value value) => attributes.Set(name, value);

    public override Value? GetAttribute(string name) => attributes.TryGet(name, out Value? value) ? value : null;

    public override Value? GetItem(Value key) => key is StringValue text ? GetAttribute(text.Text) : null;

    public override string Repr() => $"<Namespace {attributes.Repr()}>";
}
