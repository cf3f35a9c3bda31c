using Deck.Models.Engine.Execution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Results;

/// <summary>Results of queries as the tables that dbt gives templates.</summary>
internal static class QueryTables
{
    public static Value Empty() => Value.List();

    public static Value Of(QueryResult result) => Value.List(result.Rows.Select(r => Value.List(r.Select(v => Value.Of(v)))));

    public static Value SqlTypeOf(Value table, int column) => Value.Of($"{table}{column}");
}
