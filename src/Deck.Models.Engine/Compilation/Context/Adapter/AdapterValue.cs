using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>`adapter`: what templates ask of PostgreSQL and of dbt's rules for it; which methods there are depends on the phase.</summary>
internal sealed class AdapterValue(NodeScope scope, MethodTable<AdapterValue> members) : Value
{
    public NodeScope Scope { get; } = scope;

    public override string TypeName => "DatabaseWrapper";

    public override string Repr() => "<dbt.context.providers.RuntimeDatabaseWrapper object>";

    public override IEnumerable<string> MemberNames => members.Names.Concat(CommonAdapter.Members.Names);

    public override Value? GetAttribute(string name) => members.Bind(this, name) ?? CommonAdapter.Members.Bind(this, name);
}
