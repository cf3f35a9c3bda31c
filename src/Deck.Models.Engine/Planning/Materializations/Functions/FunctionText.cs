using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Planning.Materializations.Functions;

/// <summary>`create function` for a function of SQL, as dbt's `scalar_function_sql` writes it.</summary>
internal static class FunctionText
{
    private const string Tag = "$deckmodel_body$";

    /// <param name="verb">`create` or `create or replace`.</param>
    public static SqlStatement Create(string verb, RelationName name, CompiledModel compiled, FunctionSignature signature)
    {
        string before = $"""
            {verb} function {name.Quoted} ({string.Join(", ", signature.Arguments.Select(Declare))})
            returns {signature.Returns}
            language sql{VolatilityOf(compiled.Node)}
            as {Tag}

            """;
        return new SqlStatement($"{before}{compiled.Sql}\n{Tag}", [], before.Length);
    }

    /// <summary>The types of the arguments, by which PostgreSQL tells functions of one name apart.</summary>
    public static string TypesOf(FunctionSignature signature) => string.Join(", ", signature.Arguments.Select(a => a.DataType));

    /// <summary>A default is an expression of SQL, as in dbt.</summary>
    private static string Declare(FunctionArgument argument) =>
        $"{(SqlLiteral.IsPlainName(argument.Name) ? argument.Name : RelationName.Quote(argument.Name))} {argument.DataType}{(argument.Default.IsNone ? "" : $" default {argument.Default.ToText()}")}";

    private static string VolatilityOf(Node node) => node.Config.GetText("volatility") switch
    {
        "deterministic" => " immutable",
        "stable" => " stable",
        "non-deterministic" => " volatile",
        _ => "",
    };
}
