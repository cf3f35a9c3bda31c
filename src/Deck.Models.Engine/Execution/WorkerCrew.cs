using System.Threading.Channels;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>The workers of a run and the nodes that wait for one: where the server has no connection for a worker, the others do its work.</summary>
internal sealed class WorkerCrew(int size, Channel<WorkPiece> work, RunServices services, IRunObserver observer)
{
    private int present = size;

    public ChannelReader<WorkPiece> Work => work.Reader;

    /// <summary>Leaves nodes of a piece to whoever is free, each by itself.</summary>
    public void GiveBack(IEnumerable<PlannedNode> nodes)
    {
        foreach (PlannedNode node in nodes)
        {
            work.Writer.TryWrite(new WorkPiece([node]));
        }
    }

    /// <summary>True where others stay, who take the piece; the last worker has to say what is wrong.</summary>
    public bool TryLeave(WorkPiece piece, string threadId, DatabaseError refusal)
    {
        if (Interlocked.Decrement(ref present) == 0)
        {
            Interlocked.Increment(ref present);
            return false;
        }

        observer.OnEvent(new DiagnosticRaised(
            services.Clock.GetUtcNow(),
            Diagnostic.Warning(ExecutionCodes.FewerWorkers, $"{threadId} gets no connection, so the run goes on with fewer: {DatabaseDiagnostics.WordsOf(refusal)}")
                .WithHint("lower `threads` in the profile, close other sessions, or raise the limit in the server")));
        work.Writer.TryWrite(piece);
        return true;
    }
}
