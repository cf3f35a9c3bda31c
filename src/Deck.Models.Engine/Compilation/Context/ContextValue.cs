using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>`context`: the node's own map of names, shared by every macro called for the node; packages read and update it.</summary>
internal sealed class ContextValue(NodeScope scope) : Value
{
    private static readonly MethodTable<ContextValue> Methods = new(
        ("get(key, default=None, /)", (self, a) => self.GetItem(a[0]) ?? a[1]),
        ("keys()", (self, _) => List(self.Keys())),
        ("values()", (self, _) => List(self.Keys().Select(k => self.GetItem(k) ?? None))),
        ("items()", (self, _) => List(self.Keys().Select(k => Tuple(k, self.GetItem(k) ?? None)))),
        ("update(other=..., /, **more)", (self, a) => self.Update(a.Find(0), a.Extra(1))),
        ("setdefault(key, default=None, /)", (self, a) => self.SetDefault(a[0], a[1])),
        ("pop(key, default=..., /)", (self, a) => self.Pop(a[0], a.Find(1))),
        ("copy()", (self, _) => self));

    public override string TypeName => "dict";

    public override bool IsMapping => true;

    public override int? Length => Scope.Names.Count();

    private NodeScope Scope { get; } = scope;

    public override Value? GetAttribute(string name) => Methods.Bind(this, name);

    public override Value? GetItem(Value key) => key is StringValue name && Scope.TryGet(name.Text, out Value? value) ? value : null;

    public override IEnumerator<Value>? Iterate() => Keys().GetEnumerator();

    public override string Repr() => "{'context': {...}}";

    private IEnumerable<Value> Keys() => Scope.Names.Select(n => Of(n));

    private NoneValue Update(Value? other, DictValue more)
    {
        foreach ((Value key, Value value) in Entries(other).Concat(more.Entries))
        {
            Scope.Put(key.ToText(), value);
        }

        return NoneValue.Instance;
    }

    private static IEnumerable<KeyValuePair<Value, Value>> Entries(Value? other) => other switch
    {
        null => [],
        DictValue dict => dict.Entries,
        _ => throw TemplateException.TypeError($"'{other.TypeName}' object is not a mapping"),
    };

    private Value SetDefault(Value key, Value value)
    {
        if (GetItem(key) is { } present)
        {
            return present;
        }

        Scope.Put(key.ToText(), value);
        return value;
    }

    private Value Pop(Value key, Value? otherwise)
    {
        Value? value = GetItem(key) ?? otherwise;
        Scope.Remove(key.ToText());
        return value ?? throw new TemplateException("KeyError", key.Repr());
    }
}
