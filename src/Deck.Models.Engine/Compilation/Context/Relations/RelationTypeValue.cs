using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Relations;

/// <summary>A relation's type: a str that shows its enumeration inside containers.</summary>
internal sealed class RelationTypeValue : Value
{
    private readonly StringValue text;
    private readonly string member;

    private RelationTypeValue(string name, string member)
    {
        text = new StringValue(name);
        this.member = member;
    }

    public static RelationTypeValue Table { get; } = new("table", "Table");

    public static RelationTypeValue View { get; } = new("view", "View");

    public static RelationTypeValue Cte { get; } = new("cte", "CTE");

    public static RelationTypeValue MaterializedView { get; } = new("materialized_view", "MaterializedView");

    public static RelationTypeValue External { get; } = new("external", "External");

    public static RelationTypeValue Function { get; } = new("function", "Function");

    public static RelationTypeValue Ephemeral { get; } = new("ephemeral", "Ephemeral");

    public override string TypeName => "RelationType";

    public override int? Length => text.Length;

    /// <summary>The type of that name, or null.</summary>
    public static RelationTypeValue? Find(string name) => name switch
    {
        "table" => Table,
        "view" => View,
        "cte" => Cte,
        "materialized_view" => MaterializedView,
        "external" => External,
        "ephemeral" => Ephemeral,
        "function" => Function,
        _ => null,
    };

    public override string Repr() => $"<RelationType.{member}: '{text.Text}'>";

    public override string ToText() => text.Text;

    public override Value? GetAttribute(string name) => name switch
    {
        "value" => text,
        "name" => Of(member),
        _ => text.GetAttribute(name),
    };

    public override Value? GetItem(Value key) => text.GetItem(key);

    public override IEnumerator<Value>? Iterate() => text.Iterate();

    public override bool Equals([NotNullWhen(true)] Value? other) => ReferenceEquals(this, other) || (other is StringValue s && s.Text == text.Text);

    public override int GetHashCode() => text.GetHashCode();
}
