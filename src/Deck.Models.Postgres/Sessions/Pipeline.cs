using System.Collections.Immutable;
using System.Data;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Postgres.Errors;
using Deck.Models.Postgres.Results;
using Npgsql;

namespace Deck.Models.Postgres.Sessions;

/// <summary>Batches on their way in one exchange, each closed by a `Sync` of its own, which makes it a transaction and lets the server go on with the next one after an error.</summary>
/// <remarks>There is no `begin`: a block that has failed would stay, and refuse all that follows.</remarks>
internal sealed class Pipeline : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;
    private readonly ImmutableArray<CommandBatch> parts;
    private readonly NpgsqlBatch batch;
    private NpgsqlDataReader? reader;
    private int sent;
    private int over;

    private Pipeline(NpgsqlConnection connection, ImmutableArray<CommandBatch> parts)
    {
        this.connection = connection;
        this.parts = parts;
        batch = new NpgsqlBatch(connection);
        BatchAccess.RequestText(batch);
        foreach (CommandBatch part in parts)
        {
            part.AddTo(batch);
            part.Commands[^1].AppendErrorBarrier = true;
        }
    }

    public IReadOnlyList<CommandBatch> Parts => parts;

    /// <summary>What ended the exchange before its end, or what was wrong with parts of it; else null.</summary>
    public Exception? Failure { get; private set; }

    /// <param name="onBegin">A statement that has to come first in each part, or null.</param>
    public static Pipeline Of(NpgsqlConnection connection, IEnumerable<AnnotatedBatch> batches, string? onBegin) =>
        new(connection, [.. batches.Select(b => CommandBatch.Of(b.Comment, b.Batch with { Extent = BatchExtent.Continue }, onBegin))]);

    /// <summary>Waits for an answer and gives how many parts are known to be committed: all but those of <see cref="Failure"/> where there is one or none is left.</summary>
    /// <remarks>Npgsql stops at results that have columns, and after an error at the end only.</remarks>
    public async Task<int> AdvanceAsync()
    {
        try
        {
            int answered = await ReadAsync().ConfigureAwait(false);
            for (; over < parts.Length && sent + parts[over].Commands.Count <= answered; over++)
            {
                sent += parts[over].Commands.Count;
            }
        }
        catch (Exception failure) when (DatabaseErrors.IsDatabaseFailure(failure, connection))
        {
            Failure = failure;
        }

        return over;
    }

    /// <summary>What the server said of the part where it refused it; else what ended the connection where it is gone, or null.</summary>
    public Exception? FailureOf(CommandBatch part)
    {
        Exception[] all = Failure is NpgsqlException { InnerException: AggregateException several } ? [.. several.InnerExceptions] : Failure is { } single ? [single] : [];
        return Array.Find(all, f => part.PlaceOf(f) is not null) ?? (connection.State == ConnectionState.Open || all.Length == 0 ? null : all[^1]);
    }

    public async ValueTask DisposeAsync()
    {
        if (reader is not null)
        {
            await reader.DisposeAsync().ConfigureAwait(false);
        }

        await batch.DisposeAsync().ConfigureAwait(false);
    }

    /// <summary>Gives how many commands are answered.</summary>
    private async Task<int> ReadAsync()
    {
        bool hasResult;
        if (reader is null)
        {
            reader = await batch.ExecuteReaderAsync(CancellationToken.None).ConfigureAwait(false);
            hasResult = reader.FieldCount > 0;
        }
        else
        {
            hasResult = await reader.NextResultAsync(CancellationToken.None).ConfigureAwait(false);
        }

        return hasResult ? BatchAccess.StatementIndex(reader) : batch.BatchCommands.Count;
    }
}
