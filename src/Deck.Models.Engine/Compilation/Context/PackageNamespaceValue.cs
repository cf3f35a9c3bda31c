using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>A package as templates see it: a mapping of its macros, whose own `get` and `keys` come before macros of these names.</summary>
/// <remarks>Macros are items and not attributes, as in dbt: the sandbox keeps private attributes, and names of macros may start with `_`.</remarks>
internal sealed class PackageNamespaceValue(NodeScope scope, string package) : Value
{
    public override string TypeName => "MacroNamespace";

    public override bool IsMapping => true;

    public override bool HasFixedAttributes => true;

    public override int? Length => Names().Count();

    public override IEnumerable<string> MemberNames => Names();

    public override Value? GetAttribute(string name) => name switch
    {
        "get" => FunctionValue.Of("get(key, default=None)", a => GetItem(a[0]) ?? a[1]),
        "keys" => FunctionValue.Of("keys()", _ => List(Names().Select(n => Of(n)))),
        _ => null,
    };

    public override Value? GetItem(Value key) => key is StringValue text ? Find(text.Text) : null;

    public override IEnumerator<Value>? Iterate() => Names().Select(n => Of(n)).GetEnumerator();

    public override string Repr() => $"<MacroNamespace {package}>";

    private Value? Find(string name) => scope.TryGetMacro(package, name, out Value? macro) ? macro : null;

    private IEnumerable<string> Names()
    {
        scope.Reads.NoteAllNames();
        return scope.Invocation.Macros.All.Where(m => m.PackageName == package).Select((Macro m) => m.Name);
    }
}
