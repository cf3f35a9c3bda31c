namespace Deck.Models.Templating.Values;

/// <summary>Jinja's sandboxed access to attributes, items and slices.</summary>
internal static class Lookup
{
    /// <summary>`target.name`: the attribute, then the item, then Undefined. A private attribute that exists gives an Undefined whose use is a SecurityError.</summary>
    public static Value Attribute(Value target, string name, LookupMode mode) => Attribute(target, new StringValue(name), mode);

    /// <summary>The same with the name as a value, which it is for a dict's items.</summary>
    internal static Value Attribute(Value target, StringValue key, LookupMode mode)
    {
        string name = key.Text;
        if (target is UndefinedValue undefined)
        {
            return AttributeOfUndefined(undefined, name);
        }

        if (name.StartsWith('_') && PrivateAttributes.Has(target, name))
        {
            return UndefinedValue.Unsafe(target, name, mode);
        }

        return target.GetAttribute(name) ?? ItemOrNull(target, key) ?? UndefinedValue.Attribute(target, name, mode);
    }

    /// <summary>`target[key]`: the item, then (for a str key) the attribute, then Undefined.</summary>
    public static Value Item(Value target, Value key, LookupMode mode)
    {
        if (target is UndefinedValue undefined)
        {
            return undefined.Chains ? undefined : throw undefined.Failure();
        }

        if (ItemOrNull(target, key) is Value item)
        {
            return item;
        }

        if (key is StringValue name)
        {
            if (name.Text.StartsWith('_') && PrivateAttributes.Has(target, name.Text))
            {
                return UndefinedValue.Unsafe(target, name.Text, mode);
            }

            if (target.GetAttribute(name.Text) is Value attribute)
            {
                return attribute;
            }
        }

        return UndefinedValue.Item(target, key, mode);
    }

    /// <summary>`target[start:stop:step]`; a bound left out is null. Errors are Python's: jinja2 compiles slices to plain subscripts.</summary>
    public static Value Slice(Value target, Value? start, Value? stop, Value? step)
    {
        if (target is UndefinedValue undefined)
        {
            return undefined.Chains ? undefined : throw undefined.Failure();
        }

        if (target.GetSlice(new SliceBounds(0, 0, 1)) is null)
        {
            throw TemplateException.TypeError(target is DictValue ? "unhashable type: 'slice'" : $"'{target.TypeName}' object is not subscriptable");
        }

        // The step is looked at before the bounds.
        long stride = Bound(step) is not long given ? 1 : given != 0 ? given : throw TemplateException.ValueError("slice step cannot be zero");
        return target.GetSlice(new SliceBounds(Bound(start), Bound(stop), stride)) ?? throw TemplateException.TypeError($"'{target.TypeName}' object is not subscriptable");
    }

    /// <summary>A slice of a constant, which jinja2 computes before rendering by its own lookup: a TypeError gives Undefined.</summary>
    public static Value SliceOfConstant(Value target, Value? start, Value? stop, Value? step)
    {
        try
        {
            return Slice(target, start, stop, step);
        }
        catch (TemplateException error) when (error.PythonClass == "TypeError")
        {
            return UndefinedValue.Because($"{target.TypeName} object has no element slice", LookupMode.Plain);
        }
    }

    /// <summary>An attribute and nothing else (the filter `attr`), under the sandbox's rules; null where there is none.</summary>
    internal static Value? AttributeOnly(Value target, string name, LookupMode mode)
    {
        if (target is UndefinedValue undefined)
        {
            return AttributeOfUndefined(undefined, name);
        }

        return name.StartsWith('_') && PrivateAttributes.Has(target, name) ? UndefinedValue.Unsafe(target, name, mode) : target.GetAttribute(name);
    }

    private static Value AttributeOfUndefined(UndefinedValue undefined, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal) && PrivateAttributes.Has(undefined, name))
        {
            return UndefinedValue.Unsafe(undefined, name, undefined.Chains ? LookupMode.Chaining : LookupMode.Plain);
        }

        if (!undefined.Chains)
        {
            throw undefined.Failure();
        }

        return name switch
        {
            // dbt keeps these as plain attributes of its Undefined.
            "name" => Value.Of(undefined.Name),
            "hint" or "node" => Value.None,
            "unsafe_callable" or "alters_data" => Value.Of(false),
            _ when name.StartsWith("__", StringComparison.Ordinal) => undefined,
            _ => UndefinedValue.Variable(name, LookupMode.Chaining),
        };
    }

    /// <summary>An item; a key that cannot be hashed is no error here, as jinja2 swallows the TypeError.</summary>
    private static Value? ItemOrNull(Value target, Value key)
    {
        if (target is DictValue or MappedSequence or QueryTable && key is ListValue or DictValue or SetValue)
        {
            return null;
        }

        return target.GetItem(key);
    }

    private static long? Bound(Value? bound) =>
        bound is null or NoneValue ? null
        : IntegerValue.TryFrom(bound, out IntegerValue? integer) ? integer.Clamped
        : throw TemplateException.TypeError("slice indices must be integers or None or have an __index__ method");
}
