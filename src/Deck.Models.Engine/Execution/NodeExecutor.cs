using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution.Sharing;
using Deck.Models.Engine.Loading.Seeds;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Planning.Materializations.Functions;
using Deck.Models.Engine.Planning.Microbatches;
using Deck.Models.Engine.Planning.Statements;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Warnings;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Execution;

/// <summary>Compiles and executes single nodes of a plan over one session; every error of the user's or the server's becomes an outcome.</summary>
internal sealed class NodeExecutor(RunPlan plan, RunServices services, IRunObserver observer)
{
    /// <summary>Names that the nodes' texts see besides.</summary>
    public ImmutableArray<KeyValuePair<string, Value>> Extras { get; init; } = [];

    /// <summary>Says whom the nodes wait for; null where nobody listens.</summary>
    public LockWatch? Watch { get; init; }

    public RunPlan Plan => plan;

    /// <param name="threadId">The worker's name, as templates see it.</param>
    public async Task<NodeOutcome> ExecuteAsync(Node node, string threadId, WorkerSession session, CancellationToken cancellation)
    {
        NodeOutcome outcome = await ExecuteAloneAsync(node, threadId, session, cancellation).ConfigureAwait(false);
        return outcome.Status == NodeStatus.Success && plan.Pointers.TryGetValue(node.Id, out ModelNode? pointer)
            ? outcome.With(await ExecuteAloneAsync(pointer, threadId, session, cancellation).ConfigureAwait(false))
            : outcome;
    }

    private async Task<NodeOutcome> ExecuteAloneAsync(Node node, string threadId, WorkerSession session, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using IDisposable? watched = Watch?.Enter(session.ProcessId, node);
        Checked<QueryComment> comment = Annotate(node, session);
        if (comment.HasErrors)
        {
            return NodeOutcome.Failed(comment.Diagnostics);
        }

        CompilationScope scope = ScopeOf(threadId, session, cancellation);
        return plan.Manifest.Project.Settings.Command == "clone" ? await CloneAsync(node, scope, session).ConfigureAwait(false)
            : Microbatch.Is(node) && Microbatch.IsCut(plan.Manifest) ? await RunBatchesAsync(node, scope, session).ConfigureAwait(false) : await RunAsync(node, scope, session).ConfigureAwait(false);
    }

    private async Task<NodeOutcome> CloneAsync(Node node, CompilationScope scope, WorkerSession session)
    {
        if (MaterializationMacros.TryFind(plan.Manifest, MaterializationMacros.Clone, out Macro? script))
        {
            return CloneExecution.Run(node, script, scope);
        }

        (Checked<CompiledModel>? clone, NodeOutcome? noOp) = CloneExecution.Compile(node, ExistingOf(node), scope);
        if (clone is null || !clone.Succeeded(out CompiledModel? view))
        {
            return noOp ?? NodeOutcome.Failed(clone?.Diagnostics ?? []);
        }

        return await RunPlanAsync(view, CloneExecution.Plan(view, ExistingOf(node), Options(node)), new StepRunner(session, scope.Cancellation)).ConfigureAwait(false);
    }

    /// <summary>Compiles a node that is run later, by itself or with others; null where that fails, of which <see cref="ExecuteAsync"/> tells.</summary>
    public NodeCompilation? Compile(Node node, string threadId, WorkerSession session, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        NodeCompilation? compiled = Annotate(node, session).HasErrors ? null : Compile(node, ScopeOf(threadId, session, cancellation));
        return compiled is { Result.HasErrors: false } ? compiled : null;
    }

    /// <summary>Runs what <see cref="Compile(Node, string, WorkerSession, CancellationToken)"/> gave.</summary>
    public async Task<NodeOutcome> RunAsync(NodeCompilation compiled, WorkerSession session, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        using IDisposable? watched = Watch?.Enter(session.ProcessId, compiled.Node);
        Annotate(compiled.Node, session);
        return compiled.Result.Succeeded(out CompiledModel? model) ? compiled.Complete(await RunAsync(model, session, cancellation).ConfigureAwait(false)) : compiled.Failed;
    }

    /// <summary>Compiles and plans a node for an exchange with others; null where it has to be built by itself, of which nothing was told yet.</summary>
    public BriefBuild? PrepareBrief(Node node, string threadId, CancellationToken cancellation)
    {
        long begun = services.Clock.GetTimestamp();
        UnaskedServer server = new();
        CompilationScope scope = new() { Session = services.Compilation, Introspection = server, Observer = server, ThreadId = threadId, Extras = Extras, Cancellation = cancellation };
        NodeCompilation compiled = Compile(node, scope);
        if (!compiled.Result.Succeeded(out CompiledModel? model) || !PlanOf(model).Succeeded(out MaterializationPlan? steps) || steps.Brief is not { } brief
            || server.IsAsked || QueryCommentCompiler.Compile(node, services.Compilation).Value is not { } comment)
        {
            return null;
        }

        server.Tell(observer);
        return new BriefBuild(compiled, model, steps, new AnnotatedBatch(brief.Batch, comment), services.Clock.GetElapsedTime(begun));
    }

    /// <summary>Goes on where the server has answered what <see cref="PrepareBrief"/> gave; needs the session only where it had refused it.</summary>
    public async Task<NodeOutcome> CompleteAsync(BriefBuild build, BatchAnswer answer, WorkerSession session, CancellationToken cancellation)
    {
        using IDisposable? watched = Watch?.Enter(session.ProcessId, build.Node);
        session.Annotate(build.Sent.Comment);
        NodeCompilation compiled = build.Compilation with { At = services.Clock.GetUtcNow() };
        StepRunner runner = new(session, cancellation) { Answered = answer };
        return compiled.Complete(await RunPlanAsync(build.Model, Check.Ok(build.Plan), runner).ConfigureAwait(false));
    }

    /// <summary>Templates that failed at a query of their own are rendered again; what the plan sent has had its attempts.</summary>
    private async Task<NodeOutcome> RunAsync(Node node, CompilationScope scope, WorkerSession session)
    {
        Attempts attempts = new(session, AttemptedWork.Opaque, scope.Cancellation);
        NodeOutcome outcome;
        do
        {
            session.Forget();
            outcome = await RunOnceAsync(node, scope, session).ConfigureAwait(false);
        }
        while (outcome.Status == NodeStatus.Error && session is { HasEffect: false, Failure: { } failure } && await attempts.AgainAsync(failure).ConfigureAwait(false));
        return outcome with { Diagnostics = [.. attempts.Told, .. outcome.Diagnostics] };
    }

    private async Task<NodeOutcome> RunOnceAsync(Node node, CompilationScope scope, WorkerSession session)
    {
        if (FindScript(node) is { } script)
        {
            return await RunScriptAsync(node, script, scope).ConfigureAwait(false);
        }

        NodeCompilation compiled = Compile(node, scope);
        return compiled.Result.Succeeded(out CompiledModel? model) ? compiled.Complete(await RunAsync(model, session, scope.Cancellation).ConfigureAwait(false)) : compiled.Failed;
    }

    private async Task<NodeOutcome> RunScriptAsync(Node node, Macro script, CompilationScope scope)
    {
        Checked<SeedRows>? read = node is SeedNode seed ? await new SeedFile(services.Files, seed).ReadRowsAsync(scope.Cancellation).ConfigureAwait(false) : null;
        if (read is { HasErrors: true })
        {
            return NodeOutcome.Failed(read.Diagnostics);
        }

        NodeCompilation compiled = Compile(node, scope.ForScript(read?.Value));
        if (!compiled.Result.Succeeded(out CompiledModel? model))
        {
            return compiled.Failed;
        }

        WarningPolicy warnings = plan.Manifest.Project.Settings.Warnings;
        NodeOutcome outcome = node is FunctionNode
            ? await FunctionExecution.RunAsync(model, (own, signature) => Task.FromResult(ScriptExecution.Run(FunctionMacros.Describe(own, signature), script, warnings))).ConfigureAwait(false)
            : ScriptExecution.Run(model, script, warnings);
        return compiled.Complete(outcome with { Diagnostics = [.. read?.Diagnostics ?? [], .. outcome.Diagnostics] });
    }

    private NodeCompilation Compile(Node node, CompilationScope scope)
    {
        Checked<CompiledModel> compiled = services.Compile(node, scope);
        return new NodeCompilation(node, compiled, services.Clock.GetUtcNow());
    }

    private Checked<QueryComment> Annotate(Node node, WorkerSession session)
    {
        Checked<QueryComment> comment = QueryCommentCompiler.Compile(node, services.Compilation);
        session.Annotate(comment.Value ?? QueryComment.None);
        return comment;
    }

    private CompilationScope ScopeOf(string threadId, WorkerSession session, CancellationToken cancellation) =>
        new() { Session = services.Compilation, Introspection = session, Observer = observer, ThreadId = threadId, Extras = Extras, Cancellation = cancellation };

    private async Task<NodeOutcome> RunBatchesAsync(Node node, CompilationScope scope, WorkerSession session)
    {
        BatchResults? retried = services.RetriedBatches.GetValueOrDefault(node.Id);
        bool exists = ExistingOf(node) is { Kind: RelationKind.Table or RelationKind.PartitionedTable } && (retried is not null || !Options(node).IsFullRefresh(node));
        InvocationSettings settings = plan.Manifest.Project.Settings;
        Checked<IReadOnlyList<EventTimeWindow>> windows = retried is null
            ? Microbatch.Of(node, exists, settings with { EventTimeEnd = settings.EventTimeEnd ?? services.RetriedFrom })
            : Check.Ok<IReadOnlyList<EventTimeWindow>>(retried.Failed);
        return windows.Succeeded(out IReadOnlyList<EventTimeWindow>? batches)
            ? await new MicrobatchExecution(node, retried, services.Clock, observer)
                .RunAsync(batches, exists, batch => RunAsync(node, scope.With(batch), session)).ConfigureAwait(false)
            : NodeOutcome.Failed(windows.Diagnostics);
    }

    /// <summary>The materialization that the project or a package has written for the node in Jinja, or null.</summary>
    private Macro? FindScript(Node node) =>
        node is ModelNode or SnapshotNode or SeedNode or DataTestNode or UnitTestNode or FunctionNode && MaterializationMacros.TryFind(plan.Manifest, node, out Macro? macro) ? macro : null;

    private Task<NodeOutcome> RunAsync(CompiledModel model, WorkerSession session, CancellationToken cancellation) => model.Node switch
    {
        ModelNode or SnapshotNode => BuildAsync(model, session, cancellation),
        FunctionNode => FunctionExecution.RunAsync(model, (own, signature) => RunPlanAsync(own, FunctionMaterialization.Plan(own, signature, Options(own.Node)), new StepRunner(session, cancellation))),
        SeedNode seed => LoadAsync(seed, model, session, cancellation),
        DataTestNode => DataTestExecution.RunAsync(model, plan, session, cancellation),
        UnitTestNode => UnitTestExecution.RunAsync(model, session, cancellation),
        _ => RunTextAsync(model, session, cancellation),
    };

    private Task<NodeOutcome> BuildAsync(CompiledModel model, WorkerSession session, CancellationToken cancellation) =>
        RunPlanAsync(model, PlanOf(model), new StepRunner(session, cancellation));

    private Checked<MaterializationPlan> PlanOf(CompiledModel model) => MaterializationTable.TryFind(model.Node, out IMaterialization? materialization)
        ? materialization.Plan(model, ExistingFor(model), Options(model.Node) with { IsLaterBatch = model.Batch is { IsLater: true } })
        : throw new InvalidOperationException($"planned without a materialization: {model.Node.Id}");

    private async Task<NodeOutcome> LoadAsync(SeedNode node, CompiledModel model, WorkerSession session, CancellationToken cancellation)
    {
        SeedFile file = new(services.Files, node);
        MaterializationOptions options = Options(node);
        InvocationSettings settings = plan.Manifest.Project.Settings;
        options = options with { Mark = settings is { SkipUnchangedSeeds: true, Empty: false } ? file.MarkOf(model) : null };
        if (options.Mark is { } mark && ExistingOf(node) is { Kind: RelationKind.Table } && !options.IsFullRefresh(node)
            && await IsSoundAsync(mark, session, cancellation).ConfigureAwait(false))
        {
            return new NodeOutcome(NodeStatus.NoOp) { Message = "unchanged since it was loaded" };
        }

        Checked<SeedTable> read = await file.ReadAsync(cancellation).ConfigureAwait(false);
        if (!read.Succeeded(out SeedTable? seed))
        {
            return NodeOutcome.Failed(read.Diagnostics);
        }

        StepRunner runner = new(session, cancellation) { Seed = settings.Empty ? seed.WithoutRows : seed };
        NodeOutcome outcome = await RunPlanAsync(model, SeedMaterialization.Plan(model, seed, ExistingOf(node), options), runner).ConfigureAwait(false);
        return outcome with { Diagnostics = [.. read.Diagnostics, .. outcome.Diagnostics] };
    }

    /// <summary>False also where the server does not tell, as it does of a table that is gone.</summary>
    private static async Task<bool> IsSoundAsync(SeedMark mark, WorkerSession session, CancellationToken cancellation)
    {
        BatchStep question = new(SqlBatch.Separate(mark.IsSound));
        return await new StepRunner(session, cancellation).RunAsync(question, AttemptedWork.Pure).ConfigureAwait(false) is { IsOk: true, Last.Rows: [["t"]] };
    }

    private async Task<NodeOutcome> RunPlanAsync(CompiledModel model, Checked<MaterializationPlan> planned, StepRunner runner)
    {
        if (!planned.Succeeded(out MaterializationPlan? steps))
        {
            return NodeOutcome.Failed(planned.Diagnostics);
        }

        StepAnswer answer = await runner.RunAsync(steps, AttemptedWork.Making(model.Node.Relation, plan.Catalog.NextTransaction)).ConfigureAwait(false);
        return StepOutcome.Of(answer, model) with { ExecutedSql = runner.SentText };
    }

    /// <summary>A hook of the project, or another text that is only run.</summary>
    private static async Task<NodeOutcome> RunTextAsync(CompiledModel model, WorkerSession session, CancellationToken cancellation)
    {
        if (model.Sql.Trim().Length == 0)
        {
            return new NodeOutcome(NodeStatus.Success) { Message = "OK" };
        }

        StepRunner runner = new(session, cancellation);
        StepAnswer answer = await runner.RunAsync(new BatchStep(SqlBatch.Separate(new SqlStatement(model.Sql, [], 0)), 0), AttemptedWork.Opaque).ConfigureAwait(false);
        return StepOutcome.Of(answer, model) with { ExecutedSql = runner.SentText };
    }

    /// <summary>An earlier batch may have made the table since the catalog was read.</summary>
    private ExistingRelation? ExistingFor(CompiledModel model) => model is { Batch.IsLater: true, Node.Relation: { } relation }
        ? new ExistingRelation(relation.Schema, relation.Identifier, RelationKind.Table)
        : ExistingOf(model.Node);

    private ExistingRelation? ExistingOf(Node node) => node.Relation is { } relation && plan.Catalog.TryFind(relation, out ExistingRelation? existing) ? existing : null;

    private MaterializationOptions Options(Node node) => new()
    {
        FullRefresh = plan.Manifest.Project.Settings.FullRefresh,
        Leftover = node.Relation is { } relation && plan.Catalog.TryFind(ModelStatements.BesideOf(relation), out ExistingRelation? left) ? left : null,
    };
}
