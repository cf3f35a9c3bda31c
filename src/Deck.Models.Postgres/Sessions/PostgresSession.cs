using System.Collections.Immutable;
using System.Data;
using System.Runtime.CompilerServices;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Postgres.Catalogs;
using Deck.Models.Postgres.Errors;
using Deck.Models.Postgres.Results;
using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>One connection to PostgreSQL.</summary>
/// <remarks>
/// A failed or cancelled call rolls back whatever transaction it was in and leaves the session usable. A transaction that a caller opens with
/// a `begin` of its own is joined by the batches that follow, which then neither begin nor commit.
/// </remarks>
internal sealed class PostgresSession(NpgsqlConnection connection, TypeNames types) : IDatabaseSession
{
    private readonly TransactionTracker transaction = new();
    private QueryComment comment = QueryComment.None;

    /// <summary>A statement for the beginning of each transaction, or null. Where there is one, nothing is sent outside of a transaction.</summary>
    public string? OnBegin { get; init; }

    /// <summary>Kept, as the connection forgets it when it is lost.</summary>
    public int ProcessId { get; } = connection.ProcessID;

    public void Annotate(QueryComment comment) => this.comment = comment;

    /// <summary>Statements that commit by themselves go one by one, so that none runs after one that failed.</summary>
    public async Task<IReadOnlyList<QueryResult>> ExecuteAsync(SqlBatch batch, CancellationToken cancellation)
    {
        if (batch.InTransaction || batch.Statements.Length == 1)
        {
            return await SendAsync(batch, 0, cancellation).ConfigureAwait(false);
        }

        List<QueryResult> results = [];
        for (int i = 0; i < batch.Statements.Length; i++)
        {
            results.AddRange(await SendAsync(SqlBatch.Separate(batch.Statements[i]), i, cancellation).ConfigureAwait(false));
        }

        return results;
    }

    /// <summary>A cancel would reach one transaction and let the others go on, so cancelling ends the session.</summary>
    public async IAsyncEnumerable<BatchAnswer> ExecuteEachAsync(IReadOnlyList<AnnotatedBatch> batches, [EnumeratorCancellation] CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        await using Pipeline pipeline = Pipeline.Of(connection, batches, NextOnBegin);
        using CancellationTokenRegistration cut = cancellation.Register(() => _ = Beside.SendAsync(connection, (lost, current) => LostProcess.End(lost, current, null)));
        for (int told = 0; told < batches.Count;)
        {
            for (int over = pipeline.Failure is null ? await pipeline.AdvanceAsync().ConfigureAwait(false) : batches.Count; told < over; told++)
            {
                yield return AnswerTo(pipeline.Parts[told], pipeline, cancellation);
            }
        }
    }

    public QueryResult Query(string sql, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        CommandBatch commands = CommandBatch.Of(comment, SqlBatch.Separate(SqlStatement.Of(sql)), NextOnBegin);
        if (commands.IsEmpty)
        {
            return new QueryResult([], [], "");
        }

        try
        {
            IReadOnlyList<RawResult> results = Read(commands, cancellation);
            transaction.Follow(commands, commands.FindIdentity(results));
            LearnTypes(results);
            return commands.Assemble(results, types)[0];
        }
        catch (Exception failure) when (DatabaseErrors.IsDatabaseFailure(failure, connection))
        {
            DatabaseException described = Describe(failure, commands, 0);
            RollBack(commands);
            cancellation.ThrowIfCancellationRequested();
            throw described;
        }
    }

    public async Task<long> CopyAsync(string copyStatement, Func<Stream, CancellationToken, Task<long>> writeRows, CancellationToken cancellation)
    {
        try
        {
            return await CsvCopy.RunAsync(connection, copyStatement, writeRows, cancellation).ConfigureAwait(false);
        }
        catch (Exception failure) when (DatabaseErrors.IsDatabaseFailure(failure, connection))
        {
            DatabaseException described = DatabaseErrors.From(failure, new FailedStatement(copyStatement, 0, copyStatement, 0));
            await RollBackAsync(null).ConfigureAwait(false);
            cancellation.ThrowIfCancellationRequested();
            throw IsLostBy(failure) ? new DatabaseException(Lost(described.Error), failure) : described;
        }
        catch (OperationCanceledException)
        {
            await RollBackAsync(null).ConfigureAwait(false);
            throw;
        }
    }

    public async Task<Catalog> ReadCatalogAsync(IReadOnlyCollection<string> schemas, CancellationToken cancellation) =>
        CatalogReader.Read(await ExecuteAsync(CatalogReader.Query(schemas), cancellation).ConfigureAwait(false));

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private string? NextOnBegin => transaction.IsOpen ? null : OnBegin;

    /// <summary>Npgsql also closes a connection after errors that it takes for grave, such as a full disk; what the server said of the statement holds all the same.</summary>
    private bool IsLostBy(Exception failure) => connection.State != ConnectionState.Open && failure is not PostgresException { InvariantSeverity: "ERROR" };

    private async Task<IReadOnlyList<QueryResult>> SendAsync(SqlBatch batch, int firstIndex, CancellationToken cancellation)
    {
        // A whole batch inside of a caller's transaction joins it.
        bool joins = transaction.IsOpen && batch.Extent is BatchExtent.Whole or BatchExtent.Begin;
        CommandBatch commands = CommandBatch.Of(comment, joins ? batch with { Extent = BatchExtent.Continue } : batch, NextOnBegin);
        if (commands.IsEmpty)
        {
            return commands.Assemble([], types);
        }

        try
        {
            IReadOnlyList<RawResult> results = await ReadAsync(commands, cancellation).ConfigureAwait(false);
            transaction.Follow(commands, commands.FindIdentity(results));
            await LearnTypesAsync(results, cancellation).ConfigureAwait(false);
            return commands.Assemble(results, types);
        }
        catch (Exception failure) when (DatabaseErrors.IsDatabaseFailure(failure, connection))
        {
            DatabaseException described = Describe(failure, commands, firstIndex);
            await RollBackAsync(commands).ConfigureAwait(false);
            throw described;
        }
        catch (OperationCanceledException)
        {
            await RollBackAsync(commands).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Says what the failed batch may have left; a connection that is gone may have been lost on the way to it or back.</summary>
    private DatabaseException Describe(Exception failure, CommandBatch commands, int firstIndex)
    {
        bool isLost = IsLostBy(failure) || (connection.State != ConnectionState.Open && commands.PlaceOf(failure) is null);
        FailedStatement? failed = commands.FindFailed(failure);
        DatabaseError error = DatabaseErrors.From(failure, failed is null ? null : failed with { Index = failed.Index + firstIndex }).Error;
        bool hasRoleInTheWay = OnBegin is not null && error.SqlState is PostgresErrorCodes.ActiveSqlTransaction or PostgresErrorCodes.InvalidTransactionTermination;
        error = error with
        {
            Undecided = transaction.Doubt(commands, isLost ? null : commands.PlaceOf(failure)),
            Advice = hasRoleInTheWay ? RoleName.AdviceBehindPooler : error.Advice,
        };
        return new DatabaseException(isLost ? Lost(error) : error, failure);
    }

    /// <summary>What became of a part of an exchange that is over.</summary>
    /// <exception cref="OperationCanceledException">It was cut short.</exception>
    private BatchAnswer AnswerTo(CommandBatch part, Pipeline pipeline, CancellationToken cancellation)
    {
        DatabaseError? error = pipeline.FailureOf(part) is { } failure ? Describe(failure, part, 0).Error : null;
        if (error is { LostProcess: not null } && cancellation.IsCancellationRequested)
        {
            error = part.IsAnswered ? null : throw new OperationCanceledException(cancellation);
        }

        return error is null ? BatchAnswer.Of(part.Assemble([], types)) : BatchAnswer.Failed(error);
    }

    private DatabaseError Lost(DatabaseError error) => error with { IsTransient = true, Connection = error.Connection ?? ConnectionFailure.Lost, LostProcess = ProcessId };

    private async Task<IReadOnlyList<RawResult>> ReadAsync(CommandBatch commands, CancellationToken cancellation)
    {
        await using NpgsqlBatch batch = commands.On(connection);
        using RepeatedCancel again = new(connection, cancellation);
        await using NpgsqlDataReader reader = await batch.ExecuteReaderAsync(cancellation).ConfigureAwait(false);
        return await ResultReader.ReadAllAsync(reader, cancellation).ConfigureAwait(false);
    }

    private IReadOnlyList<RawResult> Read(CommandBatch commands, CancellationToken cancellation)
    {
        using NpgsqlBatch batch = commands.On(connection);
        using CancellationTokenRegistration registration = cancellation.Register(batch.Cancel);
        using RepeatedCancel again = new(connection, cancellation);
        using NpgsqlDataReader reader = batch.ExecuteReader();
        return ResultReader.ReadAll(reader);
    }

    private async Task LearnTypesAsync(IReadOnlyList<RawResult> results, CancellationToken cancellation)
    {
        if (types.QueryFor(results.SelectMany(r => r.TypeOids)) is { } query)
        {
            CommandBatch commands = CommandBatch.Of(QueryComment.None, SqlBatch.Separate(SqlStatement.Of(query)));
            types.Learn((await ReadAsync(commands, cancellation).ConfigureAwait(false))[0].Rows);
        }
    }

    private void LearnTypes(IReadOnlyList<RawResult> results)
    {
        if (types.QueryFor(results.SelectMany(r => r.TypeOids)) is { } query)
        {
            CommandBatch commands = CommandBatch.Of(QueryComment.None, SqlBatch.Separate(SqlStatement.Of(query)));
            types.Learn(Read(commands, CancellationToken.None)[0].Rows);
        }
    }

    /// <summary>Not to be cancelled: it is what a cancelled call ends with.</summary>
    private async Task RollBackAsync(CommandBatch? failed)
    {
        if (!transaction.MayBeOpenAfter(failed, connection))
        {
            return;
        }

        try
        {
            await using NpgsqlCommand rollback = new("rollback", connection);
            await rollback.ExecuteNonQueryAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (NpgsqlException)
        {
            // A cancel may come late and hit the rollback. The transaction goes with the connection, and the caller hears of what came first.
            await connection.CloseAsync().ConfigureAwait(false);
        }
    }

    private void RollBack(CommandBatch failed)
    {
        if (!transaction.MayBeOpenAfter(failed, connection))
        {
            return;
        }

        try
        {
            using NpgsqlCommand rollback = new("rollback", connection);
            rollback.ExecuteNonQuery();
        }
        catch (NpgsqlException)
        {
            connection.Close();
        }
    }
}
