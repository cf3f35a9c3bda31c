using Deck.Models.Engine.Planning.Microbatches;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Builds a microbatch model batch by batch, each compiled for its span of event time and in a transaction of its own.</summary>
internal static class MicrobatchExecution
{
    /// <param name="exists">True where the table is there and is added to.</param>
    /// <param name="build">Builds one batch; told whether the table exists by then.</param>
    public static async Task<NodeOutcome> RunAsync(Node node, IReadOnlyList<EventTimeWindow> windows, bool exists, Func<EventTimeWindow, bool, Task<NodeOutcome>> build)
    {
        List<NodeOutcome> outcomes = [];
        foreach (EventTimeWindow window in windows)
        {
            NodeOutcome outcome = await build(window, exists).ConfigureAwait(false);
            outcomes.Add(outcome with { Diagnostics = [.. outcome.Diagnostics.Select(d => d.WithDetail("batch", Microbatch.NameOf(node, window)))] });
            exists |= outcome.Status == NodeStatus.Success;
            if (!exists)
            {
                break;
            }
        }

        return Join(windows, outcomes);
    }

    /// <summary>Where the first batch of a table fails, the others are not begun, as in dbt.</summary>
    private static NodeOutcome Join(IReadOnlyList<EventTimeWindow> windows, List<NodeOutcome> outcomes)
    {
        ILookup<bool, EventTimeWindow> ended = windows.Select((w, i) => (w, i)).ToLookup(e => e.i < outcomes.Count && outcomes[e.i].Status == NodeStatus.Success, e => e.w);
        BatchResults results = new([.. ended[true]], [.. ended[false]]);
        return new NodeOutcome(results.Status)
        {
            Message = results.Message,
            Batches = results,
            Rows = outcomes.Sum(o => o.Rows),
            CompiledAt = outcomes[^1].CompiledAt,
            CompiledCode = outcomes[^1].CompiledCode,
            ExecutedSql = string.Concat(outcomes.Select(o => o.ExecutedSql)),
            Diagnostics = [.. outcomes.SelectMany(o => o.Diagnostics)],
        };
    }
}
