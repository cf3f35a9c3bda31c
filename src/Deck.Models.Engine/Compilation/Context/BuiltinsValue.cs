using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>`builtins`: the members of the context as dbt made them, whatever macros took their names.</summary>
internal sealed class BuiltinsValue(NodeScope scope) : Value
{
    private readonly Dictionary<string, Value?> made = new(StringComparer.Ordinal);

    public override string TypeName => "dict";

    public override bool IsMapping => true;

    public override int? Length => scope.Members.Names.Count();

    public override Value? GetAttribute(string name) => name == "get"
        ? FunctionValue.Of("get(key, default=None)", a => GetItem(a[0]) ?? a[1])
        : Find(name);

    public override Value? GetItem(Value key) => key is StringValue name ? Find(name.Text) : null;

    public override IEnumerator<Value>? Iterate() => scope.Members.Names.Select(n => Of(n)).GetEnumerator();

    public override string Repr() => "{'builtins': {...}}";

    private Value? Find(string name)
    {
        if (!made.TryGetValue(name, out Value? value))
        {
            value = scope.FindMember(name);
            made[name] = value;
        }

        return value;
    }
}
