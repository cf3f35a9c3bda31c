namespace Deck.Models.Templating.Values;

/// <summary>The methods of set.</summary>
internal static class SetMethods
{
    public static MethodTable<SetValue> Table { get; } = new(
        ("add(item, /)", (s, a) => Do(() => s.Elements.TryAdd(a[0], a[0]))),
        ("discard(item, /)", (s, a) => Do(() => s.Elements.Remove(a[0]))),
        ("remove(item, /)", (s, a) => s.Elements.Remove(a[0]) ? Value.None : throw DictMethods.KeyError(a[0])),
        ("pop()", (s, _) => Pop(s)),
        ("clear()", (s, _) => Do(s.Elements.Clear)),
        ("copy()", (s, _) => new SetValue(s.Elements.Keys)),
        ("union(*others)", (s, a) => Fold(s, a, (left, right) => left.Union(right))),
        ("intersection(*others)", (s, a) => Fold(s, a, (left, right) => left.Where(right, true))),
        ("difference(*others)", (s, a) => Fold(s, a, (left, right) => left.Where(right, false))),
        ("symmetric_difference(other, /)", (s, a) => Difference(s, AsSet(a[0]))),
        ("update(*others)", (s, a) => Replace(s, Fold(s, a, (left, right) => left.Union(right)))),
        ("intersection_update(*others)", (s, a) => Replace(s, Fold(s, a, (left, right) => left.Where(right, true)))),
        ("difference_update(*others)", (s, a) => Replace(s, Fold(s, a, (left, right) => left.Where(right, false)))),
        ("symmetric_difference_update(other, /)", (s, a) => Replace(s, Difference(s, AsSet(a[0])))),
        ("issubset(other, /)", (s, a) => Value.Of(s.IsSubsetOf(AsSet(a[0])))),
        ("issuperset(other, /)", (s, a) => Value.Of(AsSet(a[0]).IsSubsetOf(s))),
        ("isdisjoint(other, /)", (s, a) => Value.Of(!s.Where(AsSet(a[0]), true).IsTrue)));

    private static SetValue AsSet(Value value) => value as SetValue ?? new SetValue(Sequences.ToList(value));

    private static SetValue Fold(SetValue set, BoundArguments arguments, Func<SetValue, SetValue, SetValue> combine)
    {
        var result = new SetValue(set.Elements.Keys);
        foreach (Value other in arguments.Rest(0).Items)
        {
            result = combine(result, AsSet(other));
        }

        return result;
    }

    private static SetValue Difference(SetValue left, SetValue right) => left.Where(right, false).Union(right.Where(left, false));

    private static Value Replace(SetValue set, SetValue by)
    {
        set.Elements.Clear();
        foreach (Value item in by.Elements.Keys)
        {
            set.Elements.Add(item, item);
        }

        return Value.None;
    }

    private static Value Pop(SetValue set)
    {
        if (!set.IsTrue)
        {
            throw new TemplateException("KeyError", "'pop from an empty set'");
        }

        Value first = SetOrder.Of(set)[0];
        set.Elements.Remove(first);
        return first;
    }

    private static Value Do(Action change)
    {
        change();
        return Value.None;
    }
}
