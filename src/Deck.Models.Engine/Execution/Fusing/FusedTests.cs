using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Fusing;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Execution.Fusing;

/// <summary>Several tests of one relation: compiled one by one, asked in one query, and what that decided.</summary>
internal sealed class FusedTests(IReadOnlyList<Node> tests)
{
    /// <summary>Two tests that are refused together are left to their own queries.</summary>
    private const int Smallest = 2;

    private readonly Dictionary<string, NodeCompilation> compilations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, NodeOutcome> outcomes = new(StringComparer.Ordinal);

    /// <summary>Compiles the tests and counts for as many of them as one query can; a lone condition is left to its own query.</summary>
    /// <remarks>Where the server refuses a query nothing is decided: the tests by themselves show which one it is.</remarks>
    public async Task AskAsync(NodeExecutor executor, string threadId, WorkerSession session, CancellationToken cancellation)
    {
        using IDisposable? watched = executor.Watch?.Enter(session.ProcessId, tests[0]);
        foreach (Node node in tests)
        {
            if (executor.Compile(node, threadId, session, cancellation) is { } compilation)
            {
                compilations.Add(node.Id.Value, compilation);
            }
        }

        FusableTest[] fusable = [.. compilations.Values.Select(c => c.Result.Value).OfType<CompiledModel>().Select(TestShape.Find).OfType<FusableTest>()];
        FusableTest[] asked = await Bisection.AskAsync(fusable, Smallest, Ask(FusedQuery.Of)).ConfigureAwait(false);
        FusableTest[] large = [.. asked.Where(t => t.Kind == FusedKind.Unique && !outcomes.ContainsKey(t.Test.Node.Id.Value))];
        await Bisection.AskAsync(large, Smallest, Ask(UniqueQuery.Of)).ConfigureAwait(false);

        Func<FusableTest[], Task<bool>> Ask(Func<FusableTest[], FusedQuery> together) =>
            async some => IsWorthIt(some) && !await IsRefusedAsync(together(some), executor.Plan, session, cancellation).ConfigureAwait(false);
    }

    /// <summary>The node's own outcome, as if it had been asked alone, where the query decided it.</summary>
    public bool TryFindOutcome(Node node, [NotNullWhen(true)] out NodeOutcome? outcome) => outcomes.TryGetValue(node.Id.Value, out outcome);

    public bool TryFindCompilation(Node node, [NotNullWhen(true)] out NodeCompilation? compilation) => compilations.TryGetValue(node.Id.Value, out compilation);

    private static bool IsWorthIt(FusableTest[] some) => some.Length > 1 || Array.Exists(some, t => t.Kind == FusedKind.Unique);

    /// <summary>Notes what the query decides; true where something in it is wrong for the server.</summary>
    private async Task<bool> IsRefusedAsync(FusedQuery query, RunPlan plan, WorkerSession session, CancellationToken cancellation)
    {
        BatchStep step = new(SqlBatch.Separate(SqlStatement.Of(query.Sql)));
        StepAnswer answer = await new StepRunner(session, cancellation).RunAsync(step, AttemptedWork.Pure).ConfigureAwait(false);
        if (answer.Last is not { Rows: [{ } counts] })
        {
            return answer.Error is { Connection: null };
        }

        for (int i = 0; i < query.Tests.Length; i++)
        {
            FusableTest test = query.Tests[i];
            string id = test.Test.Node.Id.Value;
            if (long.TryParse(counts[i], CultureInfo.InvariantCulture, out long count))
            {
                NodeOutcome outcome = compilations[id].Complete(DataTestExecution.Answer(test.Test, test.Verdict.Answer(count), plan));
                outcomes.Add(id, i == 0 ? outcome with { Diagnostics = answer.Diagnostics.AddRange(outcome.Diagnostics) } : outcome);
            }
        }

        return false;
    }
}
