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

        commands.AddOwn("commit", batch.Commits);
        return commands;
    }

    /// <summary>The statement that the exception is about, or null where it is about none of the caller's.</summary>
    public FailedStatement? FindFailed(Exception exception)
    {
        int command = exception is PostgresException { BatchCommand: { } failed } ? Batch.BatchCommands.IndexOf(failed) : -1;
        if (command < 0 || origins[command].Statement == Own)
        {
            return null;
        }

        (int statement, int start) = origins[command];
        return new FailedStatement(statements[statement].Text, statement, Batch.BatchCommands[command].CommandText, start);
    }

    /// <summary>One result a statement: that of its last command where its text holds several.</summary>
    public IReadOnlyList<QueryResult> Assemble(IReadOnlyList<RawResult> results, TypeNames types)
    {
        Dictionary<int, RawResult> byCommand = results.ToDictionary(r => r.Command);
        QueryResult[] assembled = new QueryResult[statements.Length];
        Array.Fill(assembled, new QueryResult([], [], ""));
        for (int i = 0; i < origins.Count; i++)
        {
            if (origins[i].Statement != Own)
            {
                assembled[origins[i].Statement] = Assemble(byCommand.GetValueOrDefault(i), CommandTags.Of(Batch.BatchCommands[i]), types);
            }
        }

        return assembled;
    }

    public void Dispose() => Batch.Dispose();

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
