using System.Collections.Immutable;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Sends the steps of one node's plan over one session and keeps what was sent.</summary>
internal sealed class StepRunner(IDatabaseSession session, CancellationToken cancellation)
{
    private readonly List<string> sent = [];

    /// <summary>Rows for the plan's <see cref="CopyStep"/>.</summary>
    public SeedTable? Seed { get; init; }

    /// <summary>Every statement sent, as one text.</summary>
    public string SentText => string.Join(";\n", sent) + (sent.Count > 0 ? ";\n" : "");

    /// <summary>Runs the plan; where the server refuses its transaction with one of the expected states, the alternative takes its place.</summary>
    public async Task<StepAnswer> RunAsync(MaterializationPlan plan)
    {
        StepAnswer before = await RunAsync(plan.Before).ConfigureAwait(false);
        if (!before.IsOk)
        {
            return before;
        }

        StepAnswer main = await RunAsync(plan.Steps).ConfigureAwait(false);
        if (main.Error is { } error && plan.AlternativeStates.Contains(error.SqlState))
        {
            main = await RunAsync(plan.Alternative).ConfigureAwait(false);
        }

        StepAnswer after = main.IsOk ? await RunAsync(plan.After).ConfigureAwait(false) : main;
        return after.IsOk ? main : after;
    }

    public async Task<StepAnswer> RunAsync(ImmutableArray<PlanStep> steps)
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

    private async Task<StepAnswer> SendAsync(BatchStep step)
    {
        (IReadOnlyList<QueryResult>? results, StepAnswer failure) = await ExecuteAsync(step.Batch).ConfigureAwait(false);
        if (results is null)
        {
            return failure;
        }

        QueryResult? main = step.Main is { } index ? results[index] : null;
        return new StepAnswer { Tag = main?.CommandTag, Rows = main?.RowsAffected, Last = results.Count > 0 ? results[^1] : null };
    }

    private async Task<StepAnswer> CopyAsync(CopyStep step)
    {
        sent.Add(step.Statement);
        SeedTable seed = Seed ?? throw new InvalidOperationException("a copy without rows");
        try
        {
            long rows = await session.CopyAsync(step.Statement, seed.WriteRows, cancellation).ConfigureAwait(false);
            return new StepAnswer { Tag = $"INSERT {rows}", Rows = rows };
        }
        catch (DatabaseException failure)
        {
            return new StepAnswer { Error = failure.Error };
        }
    }

    private async Task<StepAnswer> CompareAsync(ColumnsStep step)
    {
        (IReadOnlyList<QueryResult>? results, StepAnswer failure) = await ExecuteAsync(step.Batch).ConfigureAwait(false);
        if (results is null)
        {
            return failure;
        }

        return await ContinueAsync(step.Continue(ColumnComparison.Of(results[^2], results[^1]))).ConfigureAwait(false);
    }

    private async Task<StepAnswer> AskAsync(AnswerStep step)
    {
        (IReadOnlyList<QueryResult>? results, StepAnswer failure) = await ExecuteAsync(step.Batch).ConfigureAwait(false);
        return results is null ? failure : await ContinueAsync(step.Continue(results)).ConfigureAwait(false);
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

    private async Task<(IReadOnlyList<QueryResult>? Results, StepAnswer Failure)> ExecuteAsync(SqlBatch batch)
    {
        sent.AddRange(batch.Statements.Select(s => s.Text));
        try
        {
            return (await session.ExecuteAsync(batch, cancellation).ConfigureAwait(false), new StepAnswer());
        }
        catch (DatabaseException failure)
        {
            int index = failure.Error.StatementIndex;
            SqlStatement? failed = index >= 0 && index < batch.Statements.Length ? batch.Statements[index] : null;
            return (null, new StepAnswer { Error = failure.Error, Failed = failed });
        }
    }
}
