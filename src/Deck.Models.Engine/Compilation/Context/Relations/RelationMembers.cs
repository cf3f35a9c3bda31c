using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Relations;

/// <summary>Properties and methods of <see cref="RelationValue"/> under dbt's names.</summary>
internal static class RelationMembers
{
    public static readonly MethodTable<RelationValue> All = new MethodTable<RelationValue>(
        ("render()", (r, _) => Value.Of(r.Render())),
        ("render_limited()", (r, _) => Value.Of(r.RenderLimited())),
        ("quoted(identifier)", (_, a) => Value.Of(Resolution.RelationName.Quote(a[0].ToText()))),
        ("include(database=None, schema=None, identifier=None)", (r, a) => r.With(included: r.Included.With(a[0], a[1], a[2]))),
        ("quote(database=None, schema=None, identifier=None)", (r, a) => r.With(quoting: r.Quoting.With(a[0], a[1], a[2]))),
        ("incorporate(path=None, type=None, quote_policy=None, include_policy=None, **extra)", Incorporate),
        ("replace_path(database=..., schema=..., identifier=...)", (r, a) => Replace(r, a.Find(0), a.Find(1), a.Find(2))),
        ("without_identifier()", (r, _) => r.With(included: r.Included with { Identifier = false })),
        ("information_schema(view_name=None)", (r, a) => InformationSchema(r, a[0])),
        ("information_schema_only()", (r, _) => InformationSchema(r, Value.None)),
        ("matches(database=None, schema=None, identifier=None)", (r, a) => Value.Of(Matches(r, a))),
        ("get(key, default=None)", (r, a) => Field(r, a[0].ToText()) ?? a[1]),
        ("add_ephemeral_prefix(name)", (_, a) => Value.Of(EphemeralName(a[0].ToText()))),
        ("get_function_config(model)", (_, a) => FunctionConfig(a[0])),
        ("get_function_macro_name(config)", (_, a) => Value.Of($"{Item(a[0], "type")}_function_{Item(a[0], "language")}")),
        ("relation_max_name_length()", (_, _) => Value.Of(63)))
        .WithProperties(
            ("database", r => Value.Of(r.Database)),
            ("schema", r => Value.Of(r.Schema)),
            ("identifier", r => Value.Of(r.Identifier)),
            ("table", r => Value.Of(r.Identifier)),
            ("name", r => Value.Of(r.Identifier)),
            ("type", r => r.Type ?? Value.None),
            ("path", Path),
            ("quote_policy", r => r.Quoting.ToDict()),
            ("include_policy", r => r.Included.ToDict()),
            ("quote_character", _ => Value.Of("\"")),
            ("limit", r => r.Limit is { } limit ? Value.Of(limit) : Value.None),
            ("is_table", r => Value.Of(ReferenceEquals(r.Type, RelationTypeValue.Table))),
            ("is_view", r => Value.Of(ReferenceEquals(r.Type, RelationTypeValue.View))),
            ("is_cte", r => Value.Of(ReferenceEquals(r.Type, RelationTypeValue.Cte))),
            ("is_materialized_view", r => Value.Of(ReferenceEquals(r.Type, RelationTypeValue.MaterializedView))),
            ("can_be_renamed", r => Value.Of(r.Type == RelationTypeValue.Table || r.Type == RelationTypeValue.View)),
            ("can_be_replaced", r => Value.Of(r.Type == RelationTypeValue.View)),
            ("Table", _ => RelationTypeValue.Table),
            ("View", _ => RelationTypeValue.View),
            ("CTE", _ => RelationTypeValue.Cte),
            ("Function", _ => RelationTypeValue.Function),
            ("External", _ => RelationTypeValue.External),
            ("MaterializedView", _ => RelationTypeValue.MaterializedView));

    /// <summary>What `r['name']` and `r.get('name')` read.</summary>
    public static Value? Field(RelationValue relation, string name) => name switch
    {
        "database" or "schema" or "identifier" or "type" or "path" or "quote_policy" or "include_policy" or "quote_character" => All.Bind(relation, name),
        "metadata" => new DictValue([new("type", Value.Of(relation.TypeName))]),
        _ => null,
    };

    public static string EphemeralName(string name) => $"__dbt__cte__{name}";

    public static RelationTypeValue? ToType(Value? type) => type switch
    {
        RelationTypeValue known => known,
        StringValue name => RelationTypeValue.Find(name.Text) ?? throw TemplateException.ValueError($"'{name.Text}' is not a valid RelationType"),
        _ => null,
    };

    /// <summary>A part of a name: None leaves it out, Undefined is the empty text.</summary>
    public static string? ToPart(Value? part) => part is null || part.IsNone ? null : part.ToText();

    /// <summary>Of a function's dict what its macro is chosen by; None for another resource.</summary>
    private static Value FunctionConfig(Value model)
    {
        if (Item(model, "resource_type") != "function")
        {
            return Value.None;
        }

        Value config = model.GetItem(Value.Of("config")) ?? Value.None;
        return new DictValue(((string[])["language", "type", "runtime_version", "entry_point"]).Select(key =>
            KeyValuePair.Create(key, (key == "language" ? model : config).GetItem(Value.Of(key)) ?? Value.None)));
    }

    private static string Item(Value dict, string key) => dict.GetItem(Value.Of(key))?.ToText() ?? "";

    private static DictValue Path(RelationValue r) =>
        new([new("database", Value.Of(r.Database)), new("schema", Value.Of(r.Schema)), new("identifier", Value.Of(r.Identifier))]);

    private static RelationValue Incorporate(RelationValue r, BoundArguments a)
    {
        var path = a[0] as DictValue;
        RelationValue moved = Replace(r, Part(path, "database"), Part(path, "schema"), Part(path, "identifier"));
        return new RelationValue
        {
            Database = moved.Database,
            Schema = moved.Schema,
            Identifier = moved.Identifier,
            Type = ToType(a[1]) ?? r.Type,
            Quoting = r.Quoting.With(a[2]),
            Included = r.Included.With(a[3]),
            Limit = r.Limit,
            Filter = r.Filter,
        }.Checked();
    }

    private static Value? Part(DictValue? path, string name) => path is not null && path.TryGet(name, out Value? part) ? part : null;

    private static RelationValue Replace(RelationValue r, Value? database, Value? schema, Value? identifier) => new()
    {
        Database = database is null ? r.Database : ToPart(database),
        Schema = schema is null ? r.Schema : ToPart(schema),
        Identifier = identifier is null ? r.Identifier : ToPart(identifier),
        Type = r.Type,
        Quoting = r.Quoting,
        Included = r.Included,
        Limit = r.Limit,
        Filter = r.Filter,
    };

    private static RelationValue InformationSchema(RelationValue r, Value view) => new()
    {
        Database = r.Database,
        Included = new RelationPolicy(r.Included.Database, false, false),
        Quoting = r.Quoting,
        InformationSchemaView = view.IsNone ? "" : view.ToText(),
    };

    private static bool Matches(RelationValue r, BoundArguments a)
    {
        bool exact = true;
        bool near = true;
        foreach ((string? own, string? asked) in new[] { (r.Database, ToPart(a[0])), (r.Schema, ToPart(a[1])), (r.Identifier, ToPart(a[2])) })
        {
            exact &= asked is null || own == asked;
            near &= asked is null || string.Equals(own, asked, StringComparison.OrdinalIgnoreCase);
        }

        return exact || !near
            ? exact
            : throw TemplateException.CompilationError($"When searching for a relation, dbt found an approximate match: {r.Render()} differs in case only");
    }
}
