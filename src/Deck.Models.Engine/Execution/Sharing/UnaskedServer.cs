using System.Collections.Concurrent;
using Deck.Models.Engine.Reporting;

namespace Deck.Models.Engine.Execution.Sharing;

/// <summary>
/// What a template meets that is rendered before its turn: a query is noted and refused, since others would wait for its answer, and what the template says is kept back until it is
/// known whether this rendering counts.
/// </summary>
internal sealed class UnaskedServer : IIntrospection, IRunObserver
{
    private readonly ConcurrentQueue<RunEvent> said = new();

    public bool IsAsked { get; private set; }

    public QueryResult Query(string sql, CancellationToken cancellation)
    {
        IsAsked = true;
        throw new DatabaseException(new DatabaseError { SqlState = "", Message = "asked before its turn" });
    }

    public void OnEvent(RunEvent happened) => said.Enqueue(happened);

    /// <summary>Passes on what was said.</summary>
    public void Tell(IRunObserver observer)
    {
        foreach (RunEvent happened in said)
        {
            observer.OnEvent(happened);
        }
    }
}
