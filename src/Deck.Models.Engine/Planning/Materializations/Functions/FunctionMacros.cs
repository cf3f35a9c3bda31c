using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context.Nodes;
using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations.Functions;

/// <summary>dbt's macros that write functions, where a project or a package has its own.</summary>
internal static class FunctionMacros
{
    private static readonly string[] OfScalars =
    [
        "scalar_function_sql", "scalar_function_create_replace_signature_sql", "formatted_scalar_function_args_sql", "scalar_function_body_sql", "scalar_function_volatility_sql",
    ];

    /// <summary>dbt's name of the macro that writes functions of a kind and language.</summary>
    public static string NameOf(FunctionNode function) => $"{function.Kind}_function_{function.Language}";

    /// <summary>True where a macro writes the function.</summary>
    public static bool AreUsed(CompiledModel compiled) =>
        compiled.Node is FunctionNode function && (NameOf(function) != OfScalars[0] || compiled.Macros.AreOverridden(OfScalars));

    public static Checked<SqlStatement> Write(CompiledModel compiled, FunctionSignature signature)
    {
        RelationName name = (compiled.Node.Relation ?? throw new InvalidOperationException($"{compiled.Node.Id} has no name")) with { Database = null };
        if (!AreUsed(compiled))
        {
            return Check.Ok(FunctionText.Create("create or replace", name, compiled, signature));
        }

        Describe(compiled, signature);
        Checked<Value> text = compiled.Macros.Call(Implementation(compiled), RelationValue.Of(name, RelationTypeValue.Function));
        return text.Succeeded(out Value? sql)
            ? Check.Ok(new SqlStatement(sql.ToText().Trim(), [], Find(sql.ToText().Trim(), compiled.Sql)), text.Diagnostics)
            : Check.Failed<SqlStatement>(text.Diagnostics);
    }

    /// <summary>Puts the body and the signature that are built next into `model`, and gives the function back.</summary>
    public static CompiledModel Describe(CompiledModel compiled, FunctionSignature signature)
    {
        DictValue model = compiled.Macros.Model;
        model.Set("compiled_code", Value.Of(compiled.Sql));
        model.Set("arguments", Value.List(FunctionDict.Arguments(signature).Items.Select(a => a is FieldsValue fields ? fields.ToDict() : a)));
        model.Set("returns", FunctionDict.Returns(signature).ToDict());
        return compiled;
    }

    /// <summary>What dbt's dispatch finds for the name.</summary>
    private static string Implementation(CompiledModel compiled)
    {
        string name = NameOf((FunctionNode)compiled.Node);
        return Array.Find([$"postgres__{name}", $"default__{name}", name], compiled.Macros.Has) ?? name;
    }

    private static int? Find(string text, string body) => text.IndexOf(body, StringComparison.Ordinal) is >= 0 and var at ? at : null;
}
