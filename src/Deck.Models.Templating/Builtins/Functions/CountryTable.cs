using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>pytz's mapping of country codes, which are found in small letters too; that of zones can be called.</summary>
internal sealed class CountryTable(string typeName, bool isCallable, Func<DictValue> create) : Value
{
    private readonly Lazy<DictValue> countries = new(create);

    public override string TypeName => typeName;

    public override bool IsCallable => isCallable;

    public override bool IsTrue => countries.Value.IsTrue;

    public override int? Length => countries.Value.Length;

    public override bool IsMapping => true;

    public override bool IsSequence => true;

    public override string Repr() => $"<pytz.{typeName} object at 0x7f0000000000>";

    public override Value Call(Arguments arguments) =>
        arguments.Positional is [var code] ? GetItem(code) ?? throw new TemplateException("KeyError", code.Repr())
        : throw TemplateException.TypeError($"{typeName}.__call__() takes a country's code");

    public override IEnumerable<string> MemberNames => ["get", "items", "keys", "values"];

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "get" => FunctionValue.Of("get(key, default=None)", a => GetItem(a[0]) ?? a[1]),
            "items" or "keys" or "values" => countries.Value.GetAttribute(name),
            _ => null,
        };

    public override Value? GetItem(Value key) =>
        key is StringValue code
            ? countries.Value.GetItem(Of(code.Text.ToUpperInvariant()))
            : throw new TemplateException("AttributeError", $"'{key.TypeName}' object has no attribute 'upper'");

    public override IEnumerator<Value>? Iterate() => countries.Value.Iterate();

    protected internal override bool? ContainsItem(Value item) => countries.Value.ContainsItem(item);
}
