using System.Collections.Frozen;

namespace Deck.Models.Templating.Values;

/// <summary>Which private attributes Python's objects have: asking for one of them is a breach of the sandbox, for others just a miss.</summary>
internal static class PrivateAttributes
{
    private static readonly FrozenSet<string> OfObject = FrozenSet.Create(
        "__class__", "__delattr__", "__dir__", "__doc__", "__eq__", "__format__", "__ge__", "__getattribute__", "__getstate__", "__gt__", "__hash__",
        "__init__", "__init_subclass__", "__le__", "__lt__", "__ne__", "__new__", "__reduce__", "__reduce_ex__", "__repr__", "__setattr__",
        "__sizeof__", "__str__", "__subclasshook__");

    private static readonly FrozenSet<string> OfCollection = FrozenSet.Create("__len__", "__iter__", "__contains__", "__getitem__");

    private static readonly FrozenSet<string> OfMutable = FrozenSet.Create("__setitem__", "__delitem__", "__reversed__", "__ior__", "__or__", "__ror__", "__iadd__", "__imul__");

    private static readonly FrozenSet<string> OfArithmetic = FrozenSet.Create("__add__", "__mul__", "__rmul__", "__mod__", "__rmod__");

    private static readonly FrozenSet<string> OfNumber = FrozenSet.Create(
        "__abs__", "__bool__", "__divmod__", "__float__", "__floordiv__", "__int__", "__neg__", "__pos__", "__pow__", "__radd__", "__rmul__",
        "__round__", "__rsub__", "__sub__", "__truediv__", "__index__");

    private static readonly FrozenSet<string> OfFunction = FrozenSet.Create(
        "__call__", "__closure__", "__code__", "__defaults__", "__dict__", "__globals__", "__module__", "__name__", "__qualname__", "__self__", "__wrapped__");

    private static readonly FrozenSet<string> OfColumn = FrozenSet.Create("_data_type", "_index", "_keys", "_name", "_rows");

    private static readonly FrozenSet<string> OfMappedSequence = FrozenSet.Create("_keys", "_values");

    private static readonly FrozenSet<string> OfTable = FrozenSet.Create("_column_names", "_column_types", "_columns", "_fork", "_row_names", "_rows");

    private static readonly FrozenSet<string> OfTableSet =
        FrozenSet.Create("_column_names", "_column_types", "_fork", "_key_name", "_key_type", "_keys", "_proxy", "_sample_table", "_values");

    public static bool Has(Value target, string name) =>
        OfObject.Contains(name)
        || (target.Length is not null && OfCollection.Contains(name))
        || (target is ListValue or DictValue && OfMutable.Contains(name))
        || (target is StringValue or ListValue or TupleValue or IntegerValue or FloatValue or BooleanValue && OfArithmetic.Contains(name))
        || (target is IntegerValue or FloatValue or BooleanValue or UndefinedValue && OfNumber.Contains(name))
        || (target.IsCallable && OfFunction.Contains(name))
        || OfTables(target).Contains(name)
        || target.GetAttribute(name) is not null;

    private static FrozenSet<string> OfTables(Value target) =>
        target switch
        {
            QueryTable => OfTable,
            QueryTableSet => OfTableSet,
            QueryColumn => OfColumn,
            MappedSequence => OfMappedSequence,
            _ => FrozenSet<string>.Empty,
        };
}
