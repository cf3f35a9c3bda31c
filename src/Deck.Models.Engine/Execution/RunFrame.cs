using System.Collections.Immutable;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>What surrounds the nodes of a run: missing schemas and the project's hooks, one after the other over one session.</summary>
internal sealed class RunFrame(RunPlan plan, Worker worker, SessionOpener opener)
{
    private readonly List<NodeResult> results = [];

    /// <summary>Results of the hooks that ran.</summary>
    public IReadOnlyList<NodeResult> Results => results;

    /// <summary>Creates the schemas and runs `on-run-start`; with errors the run must not begin.</summary>
    public async Task<ImmutableArray<Diagnostic>> BeginAsync(CancellationToken cancellation)
    {
        ImmutableArray<Diagnostic> trouble = await CreateSchemasAsync(cancellation).ConfigureAwait(false);
        return trouble.IsEmpty ? await RunAsync(plan.OnRunStart, cancellation).ConfigureAwait(false) : trouble;
    }

    public Task<ImmutableArray<Diagnostic>> EndAsync(CancellationToken cancellation) => RunAsync(plan.OnRunEnd, cancellation);

    private async Task<ImmutableArray<Diagnostic>> CreateSchemasAsync(CancellationToken cancellation)
    {
        if (plan.Schemas.IsEmpty)
        {
            return [];
        }

        try
        {
            await using IDatabaseSession session = await opener.OpenAsync(cancellation).ConfigureAwait(false);
            IEnumerable<SqlStatement> statements = plan.Schemas.Select(s => SqlStatement.Of($"create schema if not exists {RelationName.Quote(s)}"));
            await session.ExecuteAsync(SqlBatch.Separate(statements), cancellation).ConfigureAwait(false);
            return [];
        }
        catch (DatabaseException failure)
        {
            return [DescribeMissingSchema(failure.Error)];
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return [];
        }
    }

    private Diagnostic DescribeMissingSchema(DatabaseError error)
    {
        string message = error.Message.Trim().TrimEnd('.');
        if (error.Connection is not null)
        {
            return Diagnostic.Error(ExecutionCodes.ConnectionFailed, message).WithDetail("detail", error.Detail).WithHint(error.Hint);
        }

        string schema = plan.Schemas[Math.Clamp(error.StatementIndex, 0, plan.Schemas.Length - 1)];
        return Diagnostic.Error(ExecutionCodes.SchemaMissing, $"the schema `{schema}` cannot be made: {message} (SQLSTATE {error.SqlState})")
            .WithDetail("detail", error.Detail)
            .WithHint(error.Hint)
            .WithHint("let the database's owner make it, or `grant create on database` to the user");
    }

    private async Task<ImmutableArray<Diagnostic>> RunAsync(ImmutableArray<OperationNode> hooks, CancellationToken cancellation)
    {
        foreach (OperationNode hook in hooks)
        {
            NodeResult result = await worker.ExecuteAsync(hook, cancellation).ConfigureAwait(false);
            results.Add(result);
            if (NodeStatuses.IsFailure(result.Status))
            {
                await worker.CloseAsync().ConfigureAwait(false);
                return result.Diagnostics.IsEmpty ? [Diagnostic.Error(ExecutionCodes.HookFailed, $"the hook `{hook.Name}` failed", hook.Location)] : result.Diagnostics;
            }
        }

        await worker.CloseAsync().ConfigureAwait(false);
        return [];
    }
}
