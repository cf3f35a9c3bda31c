using System.Runtime.CompilerServices;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;

namespace Deck.Models.Testing.Databases;

/// <summary>A session of a <see cref="FakeDatabase"/>.</summary>
internal sealed class FakeSession(FakeDatabase database, int processId) : IDatabaseSession
{
    public int ProcessId => processId;

    /// <summary>Comments are the real session's to send.</summary>
    public void Annotate(QueryComment comment)
    {
    }

    public async Task<IReadOnlyList<QueryResult>> ExecuteAsync(SqlBatch batch, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        database.Record(batch);
        List<QueryResult> results = [];
        foreach (SqlStatement statement in batch.Statements)
        {
            try
            {
                results.Add(await database.AnswerAsync(statement.Text, cancellation));
            }
            catch (DatabaseException failure)
            {
                throw new DatabaseException(failure.Error with { Statement = statement.Text, StatementIndex = results.Count });
            }
        }

        return results;
    }

    public async IAsyncEnumerable<BatchAnswer> ExecuteEachAsync(IReadOnlyList<AnnotatedBatch> batches, [EnumeratorCancellation] CancellationToken cancellation)
    {
        database.Share(batches.Count);
        foreach (AnnotatedBatch batch in batches)
        {
            yield return await AnswerAsync(batch.Batch, cancellation);
        }
    }

    public async Task<long> CopyAsync(string copyStatement, Func<Stream, CancellationToken, Task<long>> writeRows, CancellationToken cancellation)
    {
        long rows = await writeRows(Stream.Null, cancellation);
        await ExecuteAsync(SqlBatch.Separate(SqlStatement.Of(copyStatement)), cancellation);
        return rows;
    }

    public Task<Catalog> ReadCatalogAsync(IReadOnlyCollection<string> schemas, CancellationToken cancellation) => Task.FromResult(Catalog.Empty);

    public QueryResult Query(string sql, CancellationToken cancellation) =>
        ExecuteAsync(SqlBatch.Separate(SqlStatement.Of(sql)), cancellation).GetAwaiter().GetResult()[0];

    private async Task<BatchAnswer> AnswerAsync(SqlBatch batch, CancellationToken cancellation)
    {
        try
        {
            return BatchAnswer.Of(await ExecuteAsync(batch, cancellation));
        }
        catch (DatabaseException failure)
        {
            return BatchAnswer.Failed(failure.Error);
        }
    }

    public ValueTask DisposeAsync()
    {
        database.Close();
        return ValueTask.CompletedTask;
    }

    /// <summary>What goes without saying: a test passes, a table has three rows, anything else gives its first two words.</summary>
    internal static QueryResult Usual(string sql) => sql switch
    {
        _ when sql.Contains("should_error", StringComparison.Ordinal) => new QueryResult([], [["0", "f", "f"]], "SELECT 1"),
        _ when sql.StartsWith("create table", StringComparison.Ordinal) => new QueryResult([], [], "SELECT 3"),
        _ when sql.StartsWith("insert", StringComparison.Ordinal) => new QueryResult([], [], "INSERT 0 3"),
        _ => new QueryResult([], [], string.Join(' ', sql.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(2)).ToUpperInvariant()),
    };
}
