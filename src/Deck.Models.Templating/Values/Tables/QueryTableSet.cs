namespace Deck.Models.Templating.Values;

/// <summary>agate's TableSet: what `group_by` gives, a table for every key.</summary>
internal sealed class QueryTableSet : MappedSequence
{
    private readonly MappedKeys keys;

    /// <exception cref="TemplateException">IndexError: there is no table; AttributeError: the first one is none.</exception>
    public QueryTableSet(TupleValue tables, MappedKeys keys, string keyName, QueryColumnType keyType)
        : base("TableSet", tables, keys)
    {
        this.keys = keys;
        KeyName = keyName;
        KeyType = keyType;
        Sample = SampleOf(tables);
    }

    /// <summary>The name of the column that was grouped by.</summary>
    public string KeyName { get; }

    /// <summary>The type of the keys.</summary>
    public QueryColumnType KeyType { get; }

    /// <summary>A table of the set, whose columns all others have.</summary>
    public QueryTable Sample { get; }

    public override string TypeName => "agate.tableset.TableSet";

    public override IEnumerable<string> MemberNames =>
        QueryTableSetMethods.Table.Names.Concat(base.MemberNames).Concat(["key_name", "key_type", "column_names", "column_types"]);

    public override Value? GetAttribute(string name) =>
        name switch
        {
            "key_name" => Of(KeyName),
            "key_type" => new QueryTypeValue(KeyType),
            "column_names" or "column_types" => Sample.GetAttribute(name),
            _ => QueryTableSetMethods.Table.Bind(this, name) ?? base.GetAttribute(name),
        };

    public override string Repr() => Structure(QueryTableLimits.UsualRows);

    /// <summary>The keys with the numbers of their rows, at most so many; keys of sets in sets are joined.</summary>
    /// <exception cref="TemplateException">TypeError: a key is no str.</exception>
    public string Structure(int most)
    {
        (string Name, string Rows)[] lines = [.. Leaves([]).Select(leaf => (Join(leaf.Key), (leaf.Table.Length ?? 0).ToString()))];
        return QueryTableText.Pairs("table", "rows", lines.Take(most < 0 ? lines.Length + most : most), QueryTableLimits.UsualRows);
    }

    /// <summary>The same keys with other tables.</summary>
    public QueryTableSet Fork(Value[] tables) => new(TupleValue.Own(tables), keys, KeyName, KeyType);

    private static QueryTable SampleOf(TupleValue tables)
    {
        Value sample = tables.Items is [var first, ..] ? first : throw new TemplateException("IndexError", "tuple index out of range");
        return sample switch
        {
            QueryTable table => table,
            QueryTableSet set => set.Sample,
            _ => throw new TemplateException("AttributeError", $"'{sample.TypeName}' object has no attribute 'column_types'"),
        };
    }

    private static string Join(Value[] key)
    {
        int other = Array.FindIndex(key, part => part is not StringValue);
        return other < 0
            ? string.Join('.', key.Select(part => part.ToText()))
            : throw TemplateException.TypeError($"sequence item {other}: expected str instance, {key[other].TypeName} found");
    }

    private IEnumerable<(Value[] Key, Value Table)> Leaves(Value[] outer) =>
        Pairs().SelectMany(pair => pair.Value is QueryTableSet set ? set.Leaves([.. outer, pair.Key]) : [([.. outer, pair.Key], pair.Value)]);
}
