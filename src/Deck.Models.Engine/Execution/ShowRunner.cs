using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution.Sql;
using Deck.Models.Engine.Planning;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Runs a compiled node's statements one by one for reading: `show`.</summary>
public static class ShowRunner
{
    /// <summary>The results up to the first error, which is a diagnostic at the node's own line; <see cref="Checked{T}.Value"/> is never null.</summary>
    /// <param name="limit">Rows of a query at most, as `--limit`; null for all. Statements that are no queries stay as they are.</param>
    public static async Task<Checked<IReadOnlyList<ShownStatement>>> RunAsync(CompiledModel model, int? limit, IDatabaseSession session, CancellationToken cancellation)
    {
        List<ShownStatement> shown = [];
        foreach (SqlFragment fragment in SqlSplitter.Split(model.Sql))
        {
            SqlStatement statement = Limit(fragment, limit);
            try
            {
                IReadOnlyList<QueryResult> results = await session.ExecuteAsync(SqlBatch.Separate(statement), cancellation).ConfigureAwait(false);
                shown.Add(new ShownStatement(fragment.Heading, fragment.Sql, results[^1]));
            }
            catch (DatabaseException failure)
            {
                return Check.Ok<IReadOnlyList<ShownStatement>>(shown, [DatabaseDiagnostics.Describe(failure.Error, model, statement.ModelOffset)]);
            }
        }

        return Check.Ok<IReadOnlyList<ShownStatement>>(shown);
    }

    /// <summary>The offset says where the whole text would start, so that places in the fragment lead back into it.</summary>
    private static SqlStatement Limit(SqlFragment fragment, int? limit)
    {
        bool isQuery = fragment.Sql.StartsWith("select", StringComparison.OrdinalIgnoreCase)
            || fragment.Sql.StartsWith("with", StringComparison.OrdinalIgnoreCase)
            || fragment.Sql.StartsWith('(');
        const string before = "select * from (\n";
        return isQuery && limit is { } rows and >= 0
            ? new SqlStatement($"{before}{fragment.Sql}\n) as shown limit {rows}", [], before.Length - fragment.Start)
            : new SqlStatement(fragment.Sql, [], -fragment.Start);
    }
}
