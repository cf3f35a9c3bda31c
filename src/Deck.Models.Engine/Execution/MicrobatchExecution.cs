using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning.Microbatches;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Builds a microbatch model batch by batch, each compiled for its span of event time and in a transaction of its own; one after the other, as dbt does on PostgreSQL.</summary>
/// <param name="retried">The batches of the run before where that is retried: those that failed are built, the others count as done. Else null.</param>
internal sealed class MicrobatchExecution(Node node, BatchResults? retried, TimeProvider clock, IRunObserver observer)
{
    /// <summary>Where the first batch fails, the others are not begun, as in dbt.</summary>
    /// <param name="windows">The batches to build.</param>
    /// <param name="exists">True where the table is there and is added to.</param>
    public async Task<NodeOutcome> RunAsync(IReadOnlyList<EventTimeWindow> windows, bool exists, Func<BatchContext, Task<NodeOutcome>> build)
    {
        List<NodeOutcome> outcomes = [];
        while (outcomes.Count < windows.Count && outcomes is not [{ Status: not NodeStatus.Success }])
        {
            int place = outcomes.Count;
            BatchContext batch = new(windows[place], Microbatch.NameOf(node, windows[place]), exists) { IsFirst = place == 0, IsLast = place == windows.Count - 1 };
            NodeOutcome outcome = await RunAsync(batch, new BatchPlace(batch.Name, place + 1, windows.Count), build).ConfigureAwait(false);
            outcomes.Add(outcome with { Diagnostics = [.. outcome.Diagnostics.Select(d => d.WithDetail("batch", batch.Name))] });
            exists |= outcome.Status == NodeStatus.Success;
        }

        return Join(windows, outcomes);
    }

    private async Task<NodeOutcome> RunAsync(BatchContext batch, BatchPlace place, Func<BatchContext, Task<NodeOutcome>> build)
    {
        DateTimeOffset began = clock.GetUtcNow();
        observer.OnEvent(new BatchStarted(began, node, place));
        NodeOutcome outcome = await build(batch).ConfigureAwait(false);
        DateTimeOffset ended = clock.GetUtcNow();
        observer.OnEvent(new BatchFinished(ended, node, place)
        {
            Status = outcome.Status,
            Elapsed = ended - began,
            Rows = outcome.Rows,
            CompiledCode = outcome.CompiledCode,
            ExecutedSql = outcome.ExecutedSql,
        });
        return outcome;
    }

    private NodeOutcome Join(IReadOnlyList<EventTimeWindow> windows, List<NodeOutcome> outcomes)
    {
        ILookup<bool, EventTimeWindow> ended = windows.Select((w, i) => (w, i)).ToLookup(e => e.i < outcomes.Count && outcomes[e.i].Status == NodeStatus.Success, e => e.w);
        BatchResults results = new([.. ended[true]], [.. ended[false]]);
        return new NodeOutcome(results.Status)
        {
            Message = results.Message,
            Batches = retried is null ? results : results with { Successful = [.. results.Successful, .. retried.Successful] },
            Rows = outcomes.Sum(o => o.Rows),
            CompiledAt = outcomes[^1].CompiledAt,
            CompiledCode = outcomes[^1].CompiledCode,
            ExecutedSql = string.Concat(outcomes.Select(o => o.ExecutedSql)),
            Diagnostics = [.. outcomes.SelectMany(o => o.Diagnostics)],
        };
    }
}
