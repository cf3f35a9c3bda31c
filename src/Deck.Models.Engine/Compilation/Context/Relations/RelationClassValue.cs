using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Relations;

/// <summary>`api.Relation` and `adapter.Relation`: the class, whose `create` makes relations.</summary>
internal sealed class RelationClassValue : Value
{
    private static readonly MethodTable<RelationClassValue> Methods = new MethodTable<RelationClassValue>(
        ("create(database=None, schema=None, identifier=None, type=None, quote_policy=None, include_policy=None, limit=None, **extra)", (self, a) => self.Create(a)),
        ("add_ephemeral_prefix(name)", (_, a) => Value.Of(RelationMembers.EphemeralName(a[0].ToText()))),
        ("scd_args(primary_key, updated_at)", (_, a) => ScdArgs(a[0], a[1])),
        ("get_relation_type()", (self, _) => self))
        .WithProperties(
            ("Table", _ => RelationTypeValue.Table),
            ("View", _ => RelationTypeValue.View),
            ("CTE", _ => RelationTypeValue.Cte),
            ("External", _ => RelationTypeValue.External),
            ("MaterializedView", _ => RelationTypeValue.MaterializedView));

    private static readonly RelationClassValue Quoted = new(RelationPolicy.All);

    private readonly RelationPolicy quoting;

    private RelationClassValue(RelationPolicy quoting)
    {
        this.quoting = quoting;
    }

    /// <summary>The class as a project has it: its `quoting` is that of relations which say nothing else.</summary>
    public static RelationClassValue Of(RelationQuoting quoting) => quoting == RelationQuoting.All ? Quoted : new RelationClassValue(RelationPolicy.Of(quoting));

    public override string TypeName => "RelationProxy";

    public override IEnumerable<string> MemberNames => Methods.Names;

    public override Value? GetAttribute(string name) => Methods.Bind(this, name);

    public override string Repr() => "<class 'dbt.adapters.postgres.relation.PostgresRelation'>";

    private RelationValue Create(BoundArguments a) => new RelationValue
    {
        Database = RelationMembers.ToPart(a[0]),
        Schema = RelationMembers.ToPart(a[1]),
        Identifier = RelationMembers.ToPart(a[2]),
        Type = RelationMembers.ToType(a[3]),
        Quoting = quoting.With(a[4]),
        Included = RelationPolicy.All.With(a[5]),
        Limit = IntegerValue.TryFrom(a[6], out IntegerValue? limit) ? (int)limit.Clamped : null,
    }.Checked();

    private static ListValue ScdArgs(Value primaryKey, Value updatedAt) =>
        primaryKey is ListValue several ? List([.. several.Items, updatedAt]) : List(primaryKey, updatedAt);
}
