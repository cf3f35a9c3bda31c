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
        if (SessionOpener.Report(host, global.Quiet, VarsParser.Parse(request.Arguments, "--args")) is not { } arguments
            || SessionOpener.Resolve(host, request.Tell(global, arguments), "run-operation") is not var (session, manifest)
            || SessionOpener.Report(host, global.Quiet, CallOf(manifest, request.Macro, arguments)) is not { } call)
        {
            return ExitCodes.Unusable;
        }

        return await ConnectedDatabase.UseAsync(
            session,
            async database =>
            {
                await using IDatabaseSession connection = await database.OpenSessionAsync(cancellation);
                DateTimeOffset startedAt = host.Clock.GetUtcNow();
                Checked<CompiledModel> called = ModelCompiler.Compile(call, new CompilationScope
                {
                    Session = new CompilationSession(manifest) { Clock = host.Clock },
                    Introspection = connection,
                    Observer = host.Announcer.Observer(global.Verbosity),
                    Cancellation = cancellation,
                });
                host.Announcer.Print(called.Diagnostics);
                TargetFolder.Of(session, global).WriteRun(manifest, ResultOf(call, called, startedAt, host.Clock.GetUtcNow()));
                return called.HasErrors ? ExitCodes.Failure : ExitCodes.Success;
            },
            cancellation);
    }

    /// <summary>dbt's result of an operation: the macro is its node.</summary>
    private static RunResult ResultOf(Node call, Checked<CompiledModel> called, DateTimeOffset startedAt, DateTimeOffset finishedAt) => new(
        [
            new NodeResult
            {
                Node = call,
                Status = called.HasErrors ? NodeStatus.Error : NodeStatus.Success,
                Message = called.Diagnostics.FirstOrDefault(d => d.Severity == Severity.Error)?.Message,
                Failures = called.HasErrors ? 1 : 0,
                StartedAt = startedAt,
                FinishedAt = finishedAt,
                ThreadId = CompilationScope.MainThread,
            },
        ],
        finishedAt - startedAt,
        WasCancelled: false);

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
}
