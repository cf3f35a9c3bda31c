namespace Deck.Models.Templating.Values;

/// <summary>The methods of set.</summary>
internal static class SetMethods
{
    public static MethodTable<SetValue> Table { get; } = new(
        ("add(item, /)", (s, a) => Do(() => s.Add(a[0]))),
        ("discard(item, /)", (s, a) => Do(() => Remove(s, a[0]))),
        ("remove(item, /)", (s, a) => Remove(s, a[0]) ? Value.None : throw DictMethods.KeyError(a[0])),
        ("pop()", (s, _) => s.IsTrue ? s.Pop() : throw new TemplateException("KeyError", "'pop from an empty set'")),
        ("clear()", (s, _) => Do(s.Clear)),
        ("copy()", (s, _) => SetValue.From(s)),
        ("union(*others)", (s, a) => SetAlgebra.Union(s, a.Rest(0).Items)),
        ("intersection(*others)", (s, a) => Intersection(s, a)),
        ("difference(*others)", Difference),
        ("symmetric_difference(other, /)", (s, a) => SymmetricDifference(s, a[0])),
        ("update(*others)", (s, a) => ForEach(a, s.Update)),
        ("intersection_update(*others)", (s, a) => Do(() => s.Become(Intersection(s, a)))),
        ("difference_update(*others)", (s, a) => ForEach(a, other => SetAlgebra.Subtract(s, other))),
        ("symmetric_difference_update(other, /)", (s, a) => Do(() => SetAlgebra.Exchange(s, a[0]))),
        ("issubset(other, /)", (s, a) => Value.Of(s.IsSubsetOf(AsSet(a[0])))),
        ("issuperset(other, /)", (s, a) => Value.Of(AsSet(a[0]).IsSubsetOf(s))),
        ("isdisjoint(other, /)", (s, a) => Value.Of(!SetAlgebra.Intersection(s, a[0]).IsTrue)));

    private static SetValue AsSet(Value value) => value as SetValue ?? SetValue.From(value);

    /// <summary>A set is looked for as a frozenset, which none of the elements is.</summary>
    private static bool Remove(SetValue set, Value item) => item is not SetValue && set.Remove(item);

    private static SetValue Intersection(SetValue set, BoundArguments arguments) =>
        arguments.Rest(0).Items.Aggregate(arguments.Rest(0).IsTrue ? set : SetValue.From(set), SetAlgebra.Intersection);

    private static SetValue Difference(SetValue set, BoundArguments arguments)
    {
        TupleValue others = arguments.Rest(0);
        SetValue result = others.IsTrue ? SetAlgebra.Difference(set, others.Items[0]) : SetValue.From(set);
        foreach (Value other in others.Items.Skip(1))
        {
            SetAlgebra.Subtract(result, other);
        }

        return result;
    }

    private static SetValue SymmetricDifference(SetValue set, Value other)
    {
        SetValue result = SetValue.From(other);
        SetAlgebra.Exchange(result, set);
        return result;
    }

    private static Value ForEach(BoundArguments arguments, Action<Value> change)
    {
        foreach (Value other in arguments.Rest(0).Items)
        {
            change(other);
        }

        return Value.None;
    }

    private static Value Do(Action change)
    {
        change();
        return Value.None;
    }
}
