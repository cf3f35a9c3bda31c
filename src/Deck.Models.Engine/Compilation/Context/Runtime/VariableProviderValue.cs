using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Runtime;

/// <summary>`config.vars` of a package's configuration: `vars:` of its project file, behind `to_dict()`.</summary>
internal sealed class VariableProviderValue(DictValue vars) : Value
{
    private static readonly MethodTable<VariableProviderValue> Members = new MethodTable<VariableProviderValue>(
        ("to_dict()", (self, _) => self.Vars))
        .WithProperties(("vars", self => self.Vars));

    public override string TypeName => "VarProvider";

    private DictValue Vars { get; } = vars;

    public override IEnumerable<string> MemberNames => Members.Names;

    public override Value? GetAttribute(string name) => Members.Bind(this, name);

    public override string Repr() => "<VarProvider>";
}
