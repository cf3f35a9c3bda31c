using System.Collections.Immutable;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Execution.Sql;
using Deck.Models.Engine.Planning;
using Deck.Models.Postgres.Errors;
using Deck.Models.Postgres.Results;
using Deck.Models.Postgres.Sql;
using Deck.Models.Text;
using Npgsql;
using NpgsqlTypes;

namespace Deck.Models.Postgres.Sessions;

/// <summary>An <see cref="NpgsqlBatch"/> and, for each of its commands, the statement that it came from.</summary>
internal sealed class CommandBatch : IDisposable
{
    /// <summary>In place of a statement's index: the batch's own `begin` and `commit`.</summary>
    private const int Own = -1;

    /// <summary>In place of a statement's index: the question for the number of the transaction that was opened.</summary>
    private const int Identity = -2;

    private readonly QueryComment comment;
    private readonly ImmutableArray<SqlStatement> statements;
    private readonly List<(int Statement, int Start)> origins = [];

    private CommandBatch(NpgsqlConnection connection, QueryComment comment, ImmutableArray<SqlStatement> statements)
    {
        this.comment = comment;
        this.statements = statements;
        Batch = new NpgsqlBatch(connection);
        BatchAccess.RequestText(Batch);
    }

    public NpgsqlBatch Batch { get; }

    public bool IsEmpty => origins.Count == 0;

    /// <summary>The batch's statements with the `begin` and `commit` that it asks for, all for one round trip.</summary>
    /// <param name="comment">What to send with every statement of the batch.</param>
    public static CommandBatch Of(NpgsqlConnection connection, QueryComment comment, SqlBatch batch)
    {
        CommandBatch commands = new(connection, comment, batch.Statements);
        commands.AddOwn("begin", batch.Begins);
        for (int i = 0; i < batch.Statements.Length; i++)
        {
            commands.Add(batch.Statements[i], i);
        }

        if (LeavesOpen(batch))
        {
            commands.Append(new NpgsqlBatchCommand("select pg_catalog.txid_current()"), Identity, 0);
        }

        commands.AddOwn("commit", batch.Commits);
        return commands;
    }

    /// <summary>The statement that the exception is about, or null where it is about none of the caller's.</summary>
    public FailedStatement? FindFailed(Exception exception)
    {
        int command = PlaceOf(exception) ?? -1;
        if (command < 0 || origins[command].Statement < 0)
        {
            return null;
        }

        (int statement, int start) = origins[command];
        return new FailedStatement(statements[statement].Text, statement, Batch.BatchCommands[command].CommandText, start);
    }

    /// <summary>The place of the command that the server refused, or null where it named none.</summary>
    public int? PlaceOf(Exception exception) =>
        exception is PostgresException { BatchCommand: { } failed } && Batch.BatchCommands.IndexOf(failed) is >= 0 and int place ? place : null;

    /// <summary>One result a statement: that of its last command where its text holds several.</summary>
    public IReadOnlyList<QueryResult> Assemble(IReadOnlyList<RawResult> results, TypeNames types)
    {
        Dictionary<int, RawResult> byCommand = results.ToDictionary(r => r.Command);
        QueryResult[] assembled = new QueryResult[statements.Length];
        Array.Fill(assembled, new QueryResult([], [], ""));
        for (int i = 0; i < origins.Count; i++)
        {
            if (origins[i].Statement >= 0)
            {
                assembled[origins[i].Statement] = Assemble(byCommand.GetValueOrDefault(i), CommandTags.Of(Batch.BatchCommands[i]), types);
            }
        }

        return assembled;
    }

    /// <summary>The number of the transaction that the batch has opened and left open, or null.</summary>
    public string? FindIdentity(IReadOnlyList<RawResult> results) =>
        origins.Count > 0 && origins[^1].Statement == Identity ? results[^1].Rows[0][0] : null;

    public void Dispose() => Batch.Dispose();

    /// <summary>Told in the same exchange, the number lets a lost commit be looked up; a transaction that ends in its first exchange could not hear of it in time.</summary>
    private static bool LeavesOpen(SqlBatch batch) => batch.Extent == BatchExtent.Begin || batch is { Extent: BatchExtent.Separate, Statements: [{ Text: "begin" }] };

    private static QueryResult Assemble(RawResult? raw, string tag, TypeNames types)
    {
        if (raw is null)
        {
            return new QueryResult([], [], tag);
        }

        IEnumerable<QueryColumn> columns = raw.Names.Zip(raw.TypeOids, (name, oid) => new QueryColumn(name, types.Find(oid) ?? $"{oid}"));
        return new QueryResult([.. columns], raw.Rows, tag);
    }

    private void AddOwn(string sql, bool wanted)
    {
        if (wanted)
        {
            Append(new NpgsqlBatchCommand(sql), Own, 0);
        }
    }

    /// <summary>Text with parameters is one statement; other text may hold several, or none.</summary>
    private void Add(SqlStatement statement, int index)
    {
        ImmutableArray<TextSpan> pieces = StatementSplitter.Split(statement.Text);
        foreach (TextSpan piece in pieces)
        {
            NpgsqlBatchCommand command = new($"{comment.Before}{statement.Text.AsSpan(piece.Start, piece.Length)}{comment.After}");
            if (pieces.Length == 1)
            {
                command.Parameters.AddRange(statement.Parameters.Select(ToParameter).ToArray());
            }

            Append(command, index, piece.Start - comment.Before.Length);
        }
    }

    private void Append(NpgsqlBatchCommand command, int statement, int start)
    {
        Batch.BatchCommands.Add(command);
        origins.Add((statement, start));
    }

    /// <summary>Of type `unknown`, as a quoted literal is: the statement's casts decide.</summary>
    private static NpgsqlParameter ToParameter(string? text) => new() { NpgsqlDbType = NpgsqlDbType.Unknown, Value = (object?)text ?? DBNull.Value };
}
