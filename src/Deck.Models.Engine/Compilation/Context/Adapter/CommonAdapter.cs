using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Compilation.Context.Results;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>The methods of `adapter` that work in both phases: they ask nothing of the database.</summary>
internal static class CommonAdapter
{
    public static readonly MethodTable<AdapterValue> Members = new MethodTable<AdapterValue>(
        ("dispatch(macro_name, macro_namespace=None)", (self, a) => MacroDispatch.Find(self.Scope, a)),
        ("type()", (_, _) => Value.Of("postgres")),
        ("quote(identifier)", (_, a) => Quote(a[0])),
        ("quote_as_configured(identifier, quote_key)", (self, a) => QuoteAsConfigured(self.Scope, a[0], a[1].ToText())),
        ("quote_seed_column(column, quote_config)", (_, a) => QuoteSeedColumn(a[0], a[1])),
        ("commit()", (_, _) => Value.None),
        ("convert_type(agate_table, col_idx)", (_, a) => QueryTables.SqlTypeOf(a[0], (int)a.Integer(1))),
        ("standardize_grants_dict(grants_table)", (_, a) => Grants.Standardize(a[0])),
        ("parse_index(raw_index)", (_, a) => IndexConfigValue.Parse(a[0])),
        ("verify_database(database)", (self, a) => VerifyDatabase(self.Scope, a[0])),
        ("render_raw_columns_constraints(raw_columns)", (self, a) => ConstraintText.OfColumns(a[0], self.Scope.RenderNested)),
        ("render_raw_model_constraints(raw_constraints)", (self, a) => ConstraintText.OfModel(a[0], self.Scope.RenderNested)),
        ("cache_added(relation)", (_, _) => Value.Of("")),
        ("cache_dropped(relation)", (_, _) => Value.Of("")),
        ("cache_renamed(from_relation, to_relation)", (_, _) => Value.Of("")),
        ("build_catalog_relation(model)", (_, _) => Value.None))
        .WithProperties(
            ("Relation", self => RelationClassValue.Of(self.Scope.Invocation.Project.Quoting)),
            ("Column", _ => ColumnClassValue.Instance),
            ("behavior", self => new BehaviorValue(self.Scope.Invocation.Project)),
            ("config", self => Config(self.Scope)));

    private static Value QuoteAsConfigured(NodeScope scope, Value identifier, string part)
    {
        RelationQuoting quoting = scope.Invocation.Project.Quoting;
        bool quotes = part switch { "database" => quoting.Database, "schema" => quoting.Schema, "identifier" => quoting.Identifier, _ => true };
        return quotes ? Quote(identifier) : identifier;
    }

    private static StringValue Quote(Value identifier) => new(RelationName.Quote(identifier.ToText()));

    private static Value QuoteSeedColumn(Value column, Value config) => config switch
    {
        BooleanValue quote => quote.IsTrue ? Quote(column) : column,
        _ when config.IsNone || config.IsUndefined => column,
        _ => throw TemplateException.CompilationError($"The seed configuration value of \"quote_columns\" has an invalid type {config.TypeName}"),
    };

    private static StringValue VerifyDatabase(NodeScope scope, Value database)
    {
        string name = database.ToText();
        string own = scope.DatabaseName;
        return string.Equals(name.Trim('"'), own, StringComparison.OrdinalIgnoreCase)
            ? new StringValue("")
            : throw TemplateException.CompilationError($"Cross-db references not allowed in postgres ({name} vs {own})");
    }

    private static DictValue Config(NodeScope scope) => new(
    [
        new("quoting", RelationPolicy.Of(scope.Invocation.Project.Quoting).ToDict()),
        new("project_name", Value.Of(scope.Invocation.Project.ProjectName)),
        new("credentials", scope.Invocation.Project.Profile.Target),
    ]);
}
