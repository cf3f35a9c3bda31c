using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Calls one macro with a connection, and writes how that went.</summary>
internal static class OperationRun
{
    public static async Task<int> RunAsync(CliHost host, GlobalOptions global, OperationRequest request, CancellationToken cancellation)
    {
        if (request.Mistake is { } mistake)
        {
            host.Announcer.Print(mistake);
            return ExitCodes.Unusable;
        }

        if (SessionOpener.Report(host, global.Quiet, VarsParser.Parse(request.Arguments, "--args")) is not { } arguments
            || SessionOpener.Resolve(host, request.Tell(global, arguments), "run-operation") is not var (session, manifest)
            || SessionOpener.Report(host, global.Quiet, NodeOf(manifest, request, arguments)) is not { } call)
        {
            return ExitCodes.Unusable;
        }

        return await ConnectedDatabase.UseAsync(session, database => RunAsync(call, request, new Place(session, manifest, global, database), cancellation), cancellation);
    }

    private static async Task<int> RunAsync(Node call, OperationRequest request, Place place, CancellationToken cancellation)
    {
        CliHost host = place.Session.Host;
        await using IDatabaseSession connection = await place.Database.OpenSessionAsync(cancellation);
        DateTimeOffset startedAt = host.Clock.GetUtcNow();
        Checked<CompiledModel> called = ModelCompiler.Compile(call, new CompilationScope
        {
            Session = new CompilationSession(place.Manifest) { Clock = host.Clock },
            Introspection = connection,
            Observer = host.Announcer.Observer(place.Global.Verbosity),
            Cancellation = cancellation,
        });
        Checked<QueryResult>? sent = request.Sql is not null && called.Succeeded(out CompiledModel? statement) ? await StatementRunner.RunAsync(statement, connection, cancellation) : null;
        NodeResult result = ResultOf(call, [.. called.Diagnostics, .. sent?.Diagnostics ?? []], startedAt, host.Clock.GetUtcNow());
        host.Announcer.Print(result.Diagnostics);
        Tell(host, place.Global, sent?.Value);
        TargetFolder.Of(place.Session, place.Global).WriteRun(place.Manifest, new RunResult([result], result.Elapsed, WasCancelled: false));
        return result.Status == NodeStatus.Error ? ExitCodes.Failure : ExitCodes.Success;
    }

    private static void Tell(CliHost host, GlobalOptions global, QueryResult? answer)
    {
        if (answer is not null && !global.Quiet)
        {
            host.Announcer.Say(answer.CommandTag);
        }
    }

    /// <summary>dbt's result of an operation: the macro is its node.</summary>
    private static NodeResult ResultOf(Node call, ImmutableArray<Diagnostic> diagnostics, DateTimeOffset startedAt, DateTimeOffset finishedAt)
    {
        Diagnostic? error = diagnostics.FirstOrDefault(d => d.Severity == Severity.Error);
        return new NodeResult
        {
            Node = call,
            Status = error is null ? NodeStatus.Success : NodeStatus.Error,
            Message = error?.Message,
            Failures = error is null ? 0 : 1,
            StartedAt = startedAt,
            FinishedAt = finishedAt,
            ThreadId = CompilationScope.MainThread,
            Diagnostics = diagnostics,
        };
    }

    private static Checked<Node> NodeOf(Manifest manifest, OperationRequest request, CommandLineVars arguments) =>
        request.Sql is { } sql ? InlineQuery.Of(manifest, new SourceText("--sql", sql)) : CallOf(manifest, request.Macro ?? "", arguments);

    /// <summary>A node whose text calls the macro: values print as Python's literals, which templates read.</summary>
    private static Checked<Node> CallOf(Manifest manifest, string name, CommandLineVars arguments)
    {
        if (Find(manifest, name) is not { } macro)
        {
            return Check.Failed<Node>(Diagnostic.Error(CompilationCodes.UnknownMacro, $"macro `{name}` does not exist")
                .WithHint(Spelling.DidYouMean(name, manifest.Macros.All.Select(m => m.Name))));
        }

        return InlineQuery.Of(manifest, new SourceText("run-operation", $"{{{{ {macro.PackageName}.{macro.Name}(**{new DictValue(arguments.Values).Repr()}) }}}}"), macro.UniqueId);
    }

    /// <summary>By its name in the project, or else in any package, as dbt searches; or in the package named.</summary>
    private static Macro? Find(Manifest manifest, string name)
    {
        string[] parts = name.Split('.', 2);
        return manifest.Macros.All
            .Where(m => m.Name == parts[^1] && (parts.Length == 1 || m.PackageName == parts[0]))
            .OrderByDescending(m => m.PackageName == manifest.Project.ProjectName)
            .FirstOrDefault();
    }

    /// <summary>Where an operation runs.</summary>
    private sealed record Place(ProjectSession Session, Manifest Manifest, GlobalOptions Global, IDatabase Database);
}
