using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Runs a compiled text as it is, and commits it: `run-operation --sql`.</summary>
public static class StatementRunner
{
    /// <summary>The answer to the last statement, or the server's error at the text's own line.</summary>
    public static async Task<Checked<QueryResult>> RunAsync(CompiledModel text, IDatabaseSession session, CancellationToken cancellation)
    {
        try
        {
            IReadOnlyList<QueryResult> results = await session.ExecuteAsync(SqlBatch.Separate(new SqlStatement(text.Sql, [], 0)), cancellation).ConfigureAwait(false);
            return Check.Ok(results[^1]);
        }
        catch (DatabaseException failure)
        {
            return Check.Failed<QueryResult>(DatabaseDiagnostics.Describe(failure.Error, text, 0));
        }
    }
}
