namespace Deck.Models.Templating.Values;

/// <summary>The methods of agate's TableSet: most do for every table what the table's own method does.</summary>
internal static class QueryTableSetMethods
{
    private const string Anything = "(*args, **kwargs)";

    public static MethodTable<QueryTableSet> Table { get; } = new MethodTable<QueryTableSet>(
        ("distinct" + Anything, (s, a) => ForEach(s, "distinct", a)),
        ("exclude" + Anything, (s, a) => ForEach(s, "exclude", a)),
        ("find" + Anything, (s, a) => ForEach(s, "find", a)),
        ("group_by" + Anything, (s, a) => ForEach(s, "group_by", a)),
        ("join" + Anything, (s, a) => ForEach(s, "join", a)),
        ("limit" + Anything, (s, a) => ForEach(s, "limit", a)),
        ("order_by" + Anything, (s, a) => ForEach(s, "order_by", a)),
        ("select" + Anything, (s, a) => ForEach(s, "select", a)),
        ("where" + Anything, (s, a) => ForEach(s, "where", a)),
        ("merge(groups=None, group_name=None, group_type=None)", QueryTableGroups.Merge),
        ("print_structure(max_rows=20)", (s, a) => s.Sample.Print(s.Structure((int)Math.Clamp(a.Integer(0), int.MinValue / 2, int.MaxValue)))),
        ("to_csv(dir_path, **kwargs)", (_, _) => throw QueryTableRefusals.NoFiles("to_csv")),
        ("to_json(path, nested=False, indent=None, **kwargs)", (_, _) => throw QueryTableRefusals.NoFiles("to_json")),
        ("aggregate" + Anything, (_, _) => throw QueryTableRefusals.NotThere("aggregate")),
        ("compute" + Anything, (_, _) => throw QueryTableRefusals.NotThere("compute")),
        ("having" + Anything, (_, _) => throw QueryTableRefusals.NotThere("having")))
        .DescribedBy((s, name) => $"<bound method {name} of {s.Repr()}>");

    private static QueryTableSet ForEach(QueryTableSet set, string method, BoundArguments a)
    {
        var arguments = new Arguments([.. a.Rest(0).Items], [.. a.Extra(1).Table.Select(e => KeyValuePair.Create(e.Key.ToText(), e.Value))]);
        return set.Fork([.. set.Pairs().Select(pair => Method(pair.Value, method).Call(arguments))]);
    }

    private static Value Method(Value table, string name) =>
        table.GetAttribute(name) ?? throw new TemplateException("AttributeError", $"'{table.TypeName}' object has no attribute '{name}'");
}
