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

/// <summary>The commands that a batch of statements becomes and, for each, the statement that it came from.</summary>
internal sealed class CommandBatch
{
    /// <summary>In place of a statement's index: the batch's own `begin` and `commit`.</summary>
    private const int Own = -1;

    /// <summary>In place of a statement's index: the question for the number of the transaction that was opened.</summary>
    private const int Identity = -2;

    private readonly QueryComment comment;
    private readonly string? onBegin;
    private readonly ImmutableArray<SqlStatement> statements;
    private readonly List<NpgsqlBatchCommand> commands = [];
    private readonly List<(int Statement, int Start)> origins = [];

    private CommandBatch(QueryComment comment, ImmutableArray<SqlStatement> statements, string? onBegin)
    {
        this.comment = comment;
        this.onBegin = onBegin;
        this.statements = statements;
    }

    public IReadOnlyList<NpgsqlBatchCommand> Commands => commands;

    public bool IsEmpty => origins.Count == 0;

    /// <summary>True where the answer to the last command has come; the server lets go of answers when the transaction is over.</summary>
    public bool IsAnswered => commands[^1].StatementType != StatementType.Unknown;

    /// <summary>The batch's statements with the `begin` and `commit` that it asks for, all for one round trip.</summary>
    /// <param name="comment">What to send with every statement of the batch.</param>
    /// <param name="onBegin">
    /// A statement that has to come first in each transaction, null also where one is open: it follows each `begin`, goes before a batch that is a transaction without one,
    /// and a statement that would commit by itself gets a transaction around it.
    /// </param>
    public static CommandBatch Of(QueryComment comment, SqlBatch batch, string? onBegin = null)
    {
        CommandBatch commands = new(comment, batch.Statements, onBegin);
        bool isAlone = onBegin is not null && batch is { Extent: BatchExtent.Separate or BatchExtent.Whole, Statements: [{ } only] } && !EndsOrBegins(only);
        commands.AddOwn("begin", batch.Begins || isAlone);
        commands.AddOwn(onBegin ?? "", onBegin is not null && batch.Extent == BatchExtent.Continue);
        for (int i = 0; i < batch.Statements.Length; i++)
        {
            commands.Add(batch.Statements[i], i);
        }

        if (LeavesOpen(batch))
        {
            commands.Append(new NpgsqlBatchCommand("select pg_catalog.txid_current()"), Identity, 0);
        }

        commands.AddOwn("commit", batch.Commits || isAlone);
        return commands;
    }

    /// <summary>Makes one exchange of them.</summary>
    public NpgsqlBatch On(NpgsqlConnection connection)
    {
        NpgsqlBatch batch = new(connection);
        BatchAccess.RequestText(batch);
        AddTo(batch);
        return batch;
    }

    /// <summary>Adds them to an exchange.</summary>
    public void AddTo(NpgsqlBatch batch)
    {
        foreach (NpgsqlBatchCommand command in commands)
        {
            batch.BatchCommands.Add(command);
        }
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
        return new FailedStatement(statements[statement].Text, statement, commands[command].CommandText, start);
    }

    /// <summary>The place of the command that the server refused, or null where it named none.</summary>
    public int? PlaceOf(Exception exception) =>
        exception is PostgresException { BatchCommand: NpgsqlBatchCommand failed } && commands.IndexOf(failed) is >= 0 and int place ? place : null;

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
                assembled[origins[i].Statement] = Assemble(byCommand.GetValueOrDefault(i), CommandTags.Of(commands[i]), types);
            }
        }

        return assembled;
    }

    /// <summary>The number of the transaction that the batch has opened and left open, or null.</summary>
    public string? FindIdentity(IReadOnlyList<RawResult> results) =>
        origins.Count > 0 && origins[^1].Statement == Identity ? results[^1].Rows[0][0] : null;

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

    private static bool EndsOrBegins(SqlStatement statement) =>
        StatementSplitter.Split(statement.Text).Any(p => TransactionCommands.Effect(statement.Text.Substring(p.Start, p.Length)) is not null);

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
        commands.Add(command);
        origins.Add((statement, start));
        if (onBegin is not null && TransactionCommands.Effect(command.CommandText) == true)
        {
            AddOwn(onBegin, true);
        }
    }

    /// <summary>Of type `unknown`, as a quoted literal is: the statement's casts decide.</summary>
    private static NpgsqlParameter ToParameter(string? text) => new() { NpgsqlDbType = NpgsqlDbType.Unknown, Value = (object?)text ?? DBNull.Value };
}
