using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;

namespace Deck.Models.Testing.Databases;

/// <summary>A database without a server: it remembers what it was sent, and answers, fails or waits by what a statement contains.</summary>
public sealed class FakeDatabase : IDatabase
{
    private readonly Lock turn = new();
    private readonly List<(string Part, Func<CancellationToken, Task<QueryResult>> Answer)> answers = [];
    private readonly List<SqlBatch> batches = [];
    private readonly List<int> shared = [];
    private int opened;
    private int open;

    public string Name => "shop";

    /// <summary>Everything sent, in order of arrival, over whatever session.</summary>
    public IReadOnlyList<SqlBatch> Batches
    {
        get
        {
            lock (turn)
            {
                return [.. batches];
            }
        }
    }

    /// <summary>How many batches the exchanges had that were shared, in order.</summary>
    public IReadOnlyList<int> Shared
    {
        get
        {
            lock (turn)
            {
                return [.. shared];
            }
        }
    }

    public IReadOnlyList<string> Statements => [.. Batches.SelectMany(b => b.Statements).Select(s => s.Text)];

    public int SessionsOpened => opened;

    public int SessionsOpen => open;

    /// <summary>Errors that opening a session meets, the first first; afterwards it succeeds.</summary>
    public Queue<DatabaseError> Refusals { get; } = new();

    /// <summary>Answers a statement that contains the part; of several that fit, the one told last.</summary>
    public FakeDatabase When(string part, QueryResult result) => Answer(part, _ => Task.FromResult(result));

    /// <summary>The verdict of a data test whose SQL contains the part.</summary>
    public FakeDatabase WhenTested(string part, long failures, bool warns, bool fails) =>
        When(part, new QueryResult([], [[$"{failures}", warns ? "t" : "f", fails ? "t" : "f"]], "SELECT 1"));

    public FakeDatabase Fails(string part, string sqlState = "22012", string message = "division by zero") =>
        Answer(part, _ => throw new DatabaseException(new DatabaseError { SqlState = sqlState, Message = message }));

    /// <summary>Something that is no database error: a mistake of ours.</summary>
    public FakeDatabase Throws(string part, Exception exception) => Answer(part, _ => throw exception);

    /// <summary>Holds a statement that contains the part until the gate is opened or the statement is cancelled.</summary>
    public FakeGate Holds(string part)
    {
        FakeGate gate = new();
        Answer(part, async cancellation =>
        {
            await gate.PassAsync(cancellation);
            return FakeSession.Usual("");
        });
        return gate;
    }

    public Task<IDatabaseSession> OpenSessionAsync(CancellationToken cancellation)
    {
        lock (turn)
        {
            if (Refusals.TryDequeue(out DatabaseError? error))
            {
                throw new DatabaseException(error);
            }

            open++;
            return Task.FromResult<IDatabaseSession>(new FakeSession(this, ++opened));
        }
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    internal void Record(SqlBatch batch)
    {
        lock (turn)
        {
            batches.Add(batch);
        }
    }

    internal void Share(int count)
    {
        lock (turn)
        {
            shared.Add(count);
        }
    }

    internal void Close() => Interlocked.Decrement(ref open);

    internal Task<QueryResult> AnswerAsync(string sql, CancellationToken cancellation)
    {
        lock (turn)
        {
            int index = answers.FindLastIndex(a => sql.Contains(a.Part, StringComparison.Ordinal));
            return index < 0 ? Task.FromResult(FakeSession.Usual(sql)) : answers[index].Answer(cancellation);
        }
    }

    private FakeDatabase Answer(string part, Func<CancellationToken, Task<QueryResult>> answer)
    {
        lock (turn)
        {
            answers.Add((part, answer));
        }

        return this;
    }
}
