using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Compilation.Context.Results;
using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Reporting;
using Deck.Models.Templating;
using Deck.Models.Templating.Rendering;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Members;

/// <summary>The members of the context that are the same in both phases.</summary>
internal static class BaseMembers
{
    /// <summary>The release of dbt whose behaviour is matched: packages ask for it with `require-dbt-version`.</summary>
    public const string DbtVersion = "1.11.2";

    private const string CustomVariables = "DBT_ENV_CUSTOM_ENV_";

    /// <summary>What schema YAML sees: neither macros nor nodes.</summary>
    public static readonly KeyValuePair<string, Func<NodeScope, Value>>[] Properties =
    [
        new("target", s => s.Invocation.Project.Profile.Target),
        new("env", s => s.Invocation.Project.Profile.Target),
        new("var", NodeVariables.Var),
        new("env_var", NodeVariables.EnvVar),
        new("project_name", s => Value.Of(s.Invocation.Project.ProjectName)),
        new("dbt_version", _ => Value.Of(DbtVersion)),
        new("flags", s => s.Invocation.Flags),
        new("invocation_id", s => Value.Of(s.Invocation.Settings.InvocationId.ToString())),
        new("run_started_at", s => DateTimeValue.Utc(s.Invocation.Settings.StartedAt)),
        new("thread_id", s => Value.Of(s.ThreadId)),
        new("invocation_args_dict", s => s.Invocation.Flags.ToDict()),
        new("dbt_metadata_envs", MetadataEnvironment),
        new("builtins", s => new BuiltinsValue(s)),
        new("return", _ => DbtFunctions.Return),
        new("fromyaml", _ => YamlFunctions.FromYaml),
        new("toyaml", _ => YamlFunctions.ToYaml),
        new("log", s => FunctionValue.Of("log(msg, info=False)", a => Log(s, a[0], a[1].IsTrue))),
        new("print", s => FunctionValue.Of("print(msg)", a => Print(s, a[0]))),
        new("exceptions", s => new ExceptionsValue(s)),
    ];

    /// <summary>What texts of SQL see besides.</summary>
    public static readonly KeyValuePair<string, Func<NodeScope, Value>>[] Sql =
    [
        new("this", s => s.This),
        new("model", s => s.Model),
        new("schema", s => Value.Of(s.SchemaName)),
        new("database", s => Value.Of(s.DatabaseName)),
        new("execute", s => Value.Of(s.Execute)),
        new("sql", _ => Value.None),
        new("compiled_code", _ => Value.None),
        new("pre_hooks", _ => Value.List()),
        new("post_hooks", _ => Value.List()),
        new("api", s => new DictValue([new("Relation", RelationClassValue.Of(s.Invocation.Project.Quoting)), new("Column", ColumnClassValue.Instance)])),
        new("column", _ => ColumnClassValue.Instance),
        new("defer_relation", _ => Value.None),
        new("sql_now", _ => Value.Of("now()")),
        new("context_macro_stack", _ => Value.List()),
        new("validation", _ => new DictValue([new("any", ValidationValue.Instance)])),
        new("render", s => FunctionValue.Of("render(string)", a => Value.Of(s.RenderNested(a[0].ToText())))),
        new("write", _ => FunctionValue.Of("write(payload)", _ => Value.Of(""))),
        new("try_or_compiler_error", _ => new FunctionValue("try_or_compiler_error", TryFunction.Call)),
        new("store_result", s => FunctionValue.Of("store_result(name, response, agate_table=None)", a => s.Results.Store(a[0].ToText(), a[1], Table(a[2])))),
        new("store_raw_result", s => FunctionValue.Of("store_raw_result(name, message=None, code=None, rows_affected=None, agate_table=None)", a => StoreRaw(s, a))),
        new("load_agate_table", s => FunctionValue.Of("load_agate_table()", _ => throw OnlyElsewhere("load_agate_table", "in the materialization of a seed", s))),
        new("submit_python_job", s => FunctionValue.Of("submit_python_job(parsed_model, compiled_code)", _ => throw OnlyElsewhere("submit_python_job", "where Python models run, which is not on PostgreSQL", s))),
        new("load_result", s => FunctionValue.Of("load_result(name)", a => s.Results.Load(a[0].ToText()))),
    ];

    internal static TemplateException OnlyElsewhere(string function, string where, NodeScope scope) => TemplateException.CompilationError(
        $"`{function}` can be called {where}, not in {(scope.Model.TryGet("unique_id", out Value? id) ? id.ToText() : "a macro")}");

    private static StringValue Log(NodeScope scope, Value message, bool toUser)
    {
        scope.Log(toUser ? "info" : "debug", message.ToText(), toUser);
        return new StringValue("");
    }

    private static StringValue Print(NodeScope scope, Value message)
    {
        if (scope.Invocation.Settings.Prints)
        {
            scope.Log(MessageLogged.Print, message.ToText(), true);
        }

        return new StringValue("");
    }

    private static Value Table(Value table) => table.IsNone ? QueryTables.Empty() : table;

    private static Value StoreRaw(NodeScope scope, BoundArguments a)
    {
        long? rows = IntegerValue.TryFrom(a[3], out IntegerValue? count) ? count.Clamped : null;
        return scope.Results.Store(a[0].ToText(), new ResponseValue(a[1].IsNone ? "" : a[1].ToText(), a[2].IsNone ? "" : a[2].ToText(), rows), Table(a[4]));
    }

    private static DictValue MetadataEnvironment(NodeScope scope) => new(
        scope.Invocation.Settings.Environment
            .Where(e => e.Key.StartsWith(CustomVariables, StringComparison.Ordinal))
            .OrderBy(e => e.Key, StringComparer.Ordinal)
            .Select(e => KeyValuePair.Create(e.Key[CustomVariables.Length..], Value.Of(e.Value))));
}
