using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Relations;

/// <summary>dbt's Relation on PostgreSQL: a name in the database that templates print, change and compare.</summary>
internal sealed class RelationValue : Value
{
    private const int LongestName = 63;

    /// <summary>`"db"."schema"`-like parts; None parts are null and are left out.</summary>
    public string? Database { get; init; }

    public string? Schema { get; init; }

    public string? Identifier { get; init; }

    public RelationTypeValue? Type { get; init; }

    public RelationPolicy Quoting { get; init; } = RelationPolicy.All;

    public RelationPolicy Included { get; init; } = RelationPolicy.All;

    /// <summary>Rows to read at most (`--empty`: 0), or null.</summary>
    public int? Limit { get; init; }

    /// <summary>A condition on the rows to read (a batch of event time), or null.</summary>
    public string? Filter { get; init; }

    /// <summary>The part behind INFORMATION_SCHEMA of an information schema relation, else null.</summary>
    public string? InformationSchemaView { get; init; }

    public override string TypeName => "PostgresRelation";

    public override bool IsMapping => true;

    public override int? Length => throw NotADict();

    public static RelationValue Of(RelationName name, RelationTypeValue? type = null) =>
        Named(name, type, null, null);

    /// <summary>A relation that is read in part.</summary>
    public static RelationValue Named(RelationName name, RelationTypeValue? type, int? limit, string? filter) => new()
    {
        Database = name.Written is { } database ? database.Database : name.Database,
        Schema = name.Written?.Schema ?? name.Schema,
        Identifier = name.Written?.Identifier ?? name.Identifier,
        Type = type,
        Quoting = name.Written is { } written ? RelationPolicy.Of(written.Quoting) : RelationPolicy.All,
        Limit = limit,
        Filter = filter,
    };

    /// <summary>An ephemeral model or a unit test's input: a bare name of a CTE.</summary>
    public static RelationValue OfCte(string name, string? filter = null) =>
        new() { Identifier = name, Filter = filter, Type = RelationTypeValue.Cte, Quoting = new RelationPolicy(false, false, false) };

    /// <summary>The name in the database, or null where a part is missing.</summary>
    public RelationName? ToName() => Schema is null || Identifier is null ? null : new RelationQuoting(Quoting.Database, Quoting.Schema, Quoting.Identifier).NameOf(Database, Schema, Identifier);

    /// <summary>The name as SQL, without the limit.</summary>
    public string Render()
    {
        List<string> parts = [];
        Add(parts, Database, Included.Database, Quoting.Database);
        Add(parts, Schema, Included.Schema, Quoting.Schema);
        if (InformationSchemaView is not null)
        {
            parts.Add("INFORMATION_SCHEMA");
            parts.Add(InformationSchemaView);
            return string.Join('.', parts);
        }

        Add(parts, Identifier, Included.Identifier, Quoting.Identifier);
        return string.Join('.', parts);
    }

    /// <summary>The name as SQL, as a subquery where rows are limited.</summary>
    public string RenderLimited() => Limit switch
    {
        null => Render(),
        0 => $"(select * from {Render()} where false limit 0) {Alias("_dbt_limit_subq")}",
        { } limit => $"(select * from {Render()} limit {limit}) {Alias("_dbt_limit_subq")}",
    };

    /// <summary>The filter goes around the limit.</summary>
    public override string ToText() => Filter is null ? RenderLimited() : $"(select * from {RenderLimited()} where {Filter}) {Alias("_dbt_et_filter_subq")}";

    public override string Repr() => $"<PostgresRelation {ToText()}>";

    public override IEnumerable<string> MemberNames => RelationMembers.All.Names;

    public override Value? GetAttribute(string name) => RelationMembers.All.Bind(this, name);

    public override Value? GetItem(Value key) => key is StringValue name ? RelationMembers.Field(this, name.Text) : null;

    public override IEnumerator<Value>? Iterate() => throw NotADict();

    public override bool Equals([NotNullWhen(true)] Value? other) =>
        ReferenceEquals(this, other)
        || (other is RelationValue r
            && (Database, Schema, Identifier, Limit, Filter) == (r.Database, r.Schema, r.Identifier, r.Limit, r.Filter)
            && ReferenceEquals(Type, r.Type) && Quoting == r.Quoting && Included == r.Included);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Render());

    /// <summary>A copy with other parts; null means "as it is".</summary>
    public RelationValue With(RelationPolicy? quoting = null, RelationPolicy? included = null, string? identifier = null) => new()
    {
        Database = Database,
        Schema = Schema,
        Identifier = identifier ?? Identifier,
        Type = Type,
        Quoting = quoting ?? Quoting,
        Included = included ?? Included,
        Limit = Limit,
        Filter = Filter,
    };

    /// <summary>Refuses a name that PostgreSQL would cut, as dbt does once the relation has a type.</summary>
    public RelationValue Checked() => Type is null || Identifier is null || Identifier.Length <= LongestName
        ? this
        : throw TemplateException.CompilationError($"Relation name '{Identifier}' is longer than {LongestName} characters");

    private string Alias(string prefix) => $"{prefix}_{Identifier}";

    private static void Add(List<string> parts, string? part, bool included, bool quoted)
    {
        if (part is not null && included)
        {
            parts.Add(quoted ? RelationName.Quote(part) : part);
        }
    }

    private static TemplateException NotADict() => TemplateException.CompilationError(
        "The object (\"Relation\") was used as a dictionary. This capability has been removed from objects of this type.");
}
