using System.Collections.Immutable;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Sends the steps of one node's plan over one session and keeps what was sent.</summary>
internal sealed class StepRunner(WorkerSession session, CancellationToken cancellation)
{
    private readonly List<string> sent = [];
    private BatchAnswer? answered;

    /// <summary>Rows for the plan's <see cref="CopyStep"/>.</summary>
    public SeedTable? Seed { get; init; }

    /// <summary>What came of the plan's <see cref="MaterializationPlan.Brief"/>, which was sent already: the first attempt at its transaction.</summary>
    public BatchAnswer? Answered
    {
        init => answered = value;
    }

    /// <summary>Every statement sent, as one text.</summary>
    public string SentText => string.Join(";\n", sent) + (sent.Count > 0 ? ";\n" : "");

    /// <summary>Runs the plan: its transaction as a whole, each step outside of it by itself, and again what failed for a passing reason.</summary>
    /// <param name="making">The plan's own work.</param>
    public async Task<StepAnswer> RunAsync(MaterializationPlan plan, AttemptedWork making)
    {
        StepAnswer before = await RunEachAsync(plan.Before).ConfigureAwait(false);
        if (!before.IsOk)
        {
            return before;
        }

        StepAnswer main = await AttemptAsync(() => RunTransactionAsync(plan), making).ConfigureAwait(false);
        main = main with { Diagnostics = before.Diagnostics.AddRange(main.Diagnostics) };
        StepAnswer after = main.IsOk ? await RunEachAsync(plan.After).ConfigureAwait(false) : main;
        session.Forget();
        return after.IsOk ? main with { Diagnostics = main.Diagnostics.AddRange(after.Diagnostics) } : after;
    }

    /// <summary>Runs one exchange.</summary>
    public Task<StepAnswer> RunAsync(BatchStep step, AttemptedWork work) => AttemptAsync(() => SendAsync(step), work);

    /// <summary>Does the work, again where a failure may pass and nothing has taken effect; where the server had committed unheard, that is success without an answer.</summary>
    private async Task<StepAnswer> AttemptAsync(Func<Task<StepAnswer>> run, AttemptedWork work)
    {
        Attempts attempts = new(session, work, cancellation);
        StepAnswer answer;
        do
        {
            session.Forget();
            answer = await run().ConfigureAwait(false);
        }
        while (!answer.IsOk && (answer.Error ?? session.Failure) is { } error && await attempts.AgainAsync(error).ConfigureAwait(false));
        session.Forget();
        answer = attempts.IsDone ? new StepAnswer() : answer.Error is null ? answer : answer with { Error = attempts.Failure };
        return answer with { Diagnostics = [.. attempts.Told, .. answer.Diagnostics] };
    }

    /// <summary>Where the server refuses the plan's transaction with one of the expected states, the alternative takes its place.</summary>
    private async Task<StepAnswer> RunTransactionAsync(MaterializationPlan plan)
    {
        StepAnswer main = TakeAnswered(plan) ?? await RunAsync(plan.Steps).ConfigureAwait(false);
        while (plan.GivesWay && main is { IsMainFailed: true, Error.SqlState: LockPatience.GaveWay } && await GaveWayAsync().ConfigureAwait(false))
        {
            main = await RunAsync(plan.Steps).ConfigureAwait(false);
        }

        return main.Error is { } error && plan.Alternative is { } other && other.States.Contains(error.SqlState) ? await RunAsync(other.Steps()).ConfigureAwait(false) : main;
    }

    private StepAnswer? TakeAnswered(MaterializationPlan plan)
    {
        if (plan.Brief is not { } brief || answered is not { } answer)
        {
            return null;
        }

        answered = null;
        sent.AddRange(brief.Batch.Statements.Select(s => s.Text));
        return Read(brief, answer);
    }

    /// <summary>After a pause, true where it was our own limit that was over and not one of the user's.</summary>
    private async Task<bool> GaveWayAsync()
    {
        await session.Policy.WaitAsync(1, cancellation).ConfigureAwait(false);
        return await ExecuteAsync(SqlBatch.Separate(LockPatience.IsOwn)).ConfigureAwait(false) is { Results: [{ Rows: [["t"]] }] };
    }

    private async Task<StepAnswer> RunEachAsync(ImmutableArray<PlanStep> steps)
    {
        StepAnswer answer = new();
        foreach (PlanStep step in steps.TakeWhile(_ => answer.IsOk))
        {
            StepAnswer next = step is LaterStep later
                ? await RunEachAsync(later).ConfigureAwait(false)
                : await AttemptAsync(() => RunAsync(step), AttemptedWork.Opaque).ConfigureAwait(false);
            answer = next with { Diagnostics = answer.Diagnostics.AddRange(next.Diagnostics) };
        }

        return answer;
    }

    private async Task<StepAnswer> RunEachAsync(LaterStep later)
    {
        Checked<NextSteps> next = later.Continue();
        StepAnswer answer = next.Succeeded(out NextSteps? steps) ? await RunEachAsync(steps.Steps).ConfigureAwait(false) : new StepAnswer();
        return answer with { Diagnostics = next.Diagnostics.AddRange(answer.Diagnostics) };
    }

    private async Task<StepAnswer> RunAsync(ImmutableArray<PlanStep> steps)
    {
        StepAnswer answer = new();
        foreach (PlanStep step in steps)
        {
            StepAnswer next = await RunAsync(step).ConfigureAwait(false);
            answer = next with { Tag = next.Tag ?? answer.Tag, Rows = next.Rows ?? answer.Rows, Diagnostics = answer.Diagnostics.AddRange(next.Diagnostics) };
            if (!answer.IsOk)
            {
                break;
            }
        }

        return answer;
    }

    private Task<StepAnswer> RunAsync(PlanStep step) => step switch
    {
        BatchStep batch => SendAsync(batch),
        CopyStep copy => CopyAsync(copy),
        ColumnsStep columns => CompareAsync(columns),
        AnswerStep answer => AskAsync(answer),
        LaterStep later => ContinueAsync(later.Continue()),
        _ => throw new NotSupportedException(step.GetType().Name),
    };

    private async Task<StepAnswer> SendAsync(BatchStep step) => Read(step, await ExecuteAsync(step.Batch).ConfigureAwait(false));

    private static StepAnswer Read(BatchStep step, BatchAnswer answer)
    {
        if (answer.Results is not { } results)
        {
            return Failed(step.Batch, answer) with { IsMainFailed = answer.Error?.StatementIndex == step.Main };
        }

        QueryResult? main = step.Main is { } index ? results[index] : null;
        main = step.Counted.IsEmpty ? main : main?.Counting(step.Counted.Select(i => results[i]));
        return new StepAnswer { Tag = main?.CommandTag ?? step.Answer, Rows = main?.RowsAffected, Last = results.Count > 0 ? results[^1] : null };
    }

    private async Task<StepAnswer> CopyAsync(CopyStep step)
    {
        sent.Add(step.Statement);
        SeedTable seed = Seed ?? throw new InvalidOperationException("a copy without rows");
        try
        {
            long rows = await session.CopyAsync(step.Statement, seed.WriteRows, cancellation).ConfigureAwait(false);
            return new StepAnswer { Tag = $"{step.Verb} {rows}", Rows = rows };
        }
        catch (DatabaseException failure)
        {
            return new StepAnswer { Error = failure.Error };
        }
    }

    private async Task<StepAnswer> CompareAsync(ColumnsStep step)
    {
        BatchAnswer answer = await ExecuteAsync(step.Batch).ConfigureAwait(false);
        return answer.Results is { } results
            ? await ContinueAsync(step.Continue(ColumnComparison.Of(results[^2], results[^1]))).ConfigureAwait(false)
            : Failed(step.Batch, answer);
    }

    private async Task<StepAnswer> AskAsync(AnswerStep step)
    {
        BatchAnswer answer = await ExecuteAsync(step.Batch).ConfigureAwait(false);
        return answer.Results is { } results ? await ContinueAsync(step.Continue(results)).ConfigureAwait(false) : Failed(step.Batch, answer);
    }

    private async Task<StepAnswer> ContinueAsync(Checked<NextSteps> next)
    {
        if (next.Succeeded(out NextSteps? steps))
        {
            StepAnswer answer = await RunAsync(steps.Steps).ConfigureAwait(false);
            return answer with { Diagnostics = next.Diagnostics.AddRange(answer.Diagnostics) };
        }

        await ExecuteAsync(SqlBatch.Separate(SqlStatement.Of("rollback"))).ConfigureAwait(false);
        return new StepAnswer { Diagnostics = next.Diagnostics };
    }

    private async Task<BatchAnswer> ExecuteAsync(SqlBatch batch)
    {
        sent.AddRange(batch.Statements.Select(s => s.Text));
        try
        {
            return BatchAnswer.Of(await session.ExecuteAsync(batch, cancellation).ConfigureAwait(false));
        }
        catch (DatabaseException failure)
        {
            return BatchAnswer.Failed(failure.Error);
        }
    }

    private static StepAnswer Failed(SqlBatch batch, BatchAnswer answer)
    {
        int index = answer.Error?.StatementIndex ?? -1;
        return new StepAnswer { Error = answer.Error, Failed = index >= 0 && index < batch.Statements.Length ? batch.Statements[index] : null };
    }
}
