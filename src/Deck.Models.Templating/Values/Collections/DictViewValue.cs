using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Values;

/// <summary>What `keys()`, `values()` and `items()` of a dict give: live views.</summary>
internal sealed class DictViewValue(DictValue dict, DictViewKind kind) : Value
{
    public override string TypeName => kind switch { DictViewKind.Keys => "dict_keys", DictViewKind.Values => "dict_values", _ => "dict_items" };

    public override bool IsTrue => dict.IsTrue;

    public override int? Length => dict.Length;

    public override string Repr() => $"{TypeName}({ValueText.Sequence(this, "[", [.. dict.Table.Select(Pick)], "]")})";

    public override IEnumerator<Value> Iterate() => DictWalk.Over(dict, Pick);

    public override IEnumerator<Value> IterateReversed() => DictWalk.Reversed(dict, Pick);

    public override Value? GetAttribute(string name) =>
        kind != DictViewKind.Values && name == "isdisjoint"
            ? FunctionValue.Of("isdisjoint(other, /)", a => Of(Sequences.ToList(a[0]).TrueForAll(item => ContainsItem(item) != true)))
            : null;

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        ReferenceEquals(this, other) || (kind != DictViewKind.Values && AsSet(other) is SetValue set && ToSet().Equals(set));

    public override int GetHashCode() => kind == DictViewKind.Values ? base.GetHashCode() : throw TemplateException.TypeError($"unhashable type: '{TypeName}'");

    protected internal override bool? ContainsItem(Value item) =>
        kind switch
        {
            DictViewKind.Keys => dict.Table.ContainsKey(item),
            DictViewKind.Items => item is TupleValue { Items.Length: 2 } pair && dict.Table.TryGetValue(pair.Items[0], out Value? value) && SequenceOrder.Same(value, pair.Items[1]),
            _ => null,
        };

    protected internal override Value? Operate(BinaryOperator op, Value other, bool reflected) =>
        op != BinaryOperator.Subtract || kind == DictViewKind.Values ? null
        : reflected ? Difference(SetValue.From(other), this)
        : Difference(ToSet(), other);

    protected internal override bool? Order(CompareOperator op, Value other) =>
        kind != DictViewKind.Values && AsSet(other) is SetValue set ? ToSet().Order(op, set) : null;

    private static SetValue? AsSet(Value? other) => other as SetValue ?? (other is DictViewValue view ? view.ToSet() : null);

    private static SetValue Difference(SetValue rest, Value other)
    {
        SetAlgebra.Subtract(rest, other);
        return rest;
    }

    private SetValue ToSet() => kind == DictViewKind.Keys ? SetValue.From(dict) : new(dict.Table.Select(Pick));

    private Value Pick(KeyValuePair<Value, Value> entry) =>
        kind switch { DictViewKind.Keys => entry.Key, DictViewKind.Values => entry.Value, _ => Tuple(entry.Key, entry.Value) };
}
