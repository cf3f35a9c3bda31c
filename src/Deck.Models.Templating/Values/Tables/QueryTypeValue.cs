using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>The type of a query result's column, as macros pass it to `adapter.convert_type`.</summary>
internal sealed class QueryTypeValue(QueryColumnType type) : Value
{
    public QueryColumnType Type { get; } = type;

    public override string TypeName => Type.ToString();

    public override string Repr() => $"<dbt_common.clients.agate_helper.{Type} object>";

    public override bool Equals([NotNullWhen(true)] Value? other) => other is QueryTypeValue second && second.Type == Type;

    public override int GetHashCode() => (int)Type;
}
