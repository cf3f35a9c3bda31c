using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel run-operation`: calls a macro with a connection; what it sends by `run_query` or `statement` is committed at once.</summary>
internal sealed class RunOperationCommand : Command
{
    public override string Name => "run-operation";

    public override string Summary => "Call a macro that does something in the database.";

    public override string Examples => """
        deckmodel run-operation headline_figures
        deckmodel run-operation grant_select --args '{role: reporter}'
        deckmodel run-operation dbt_utils.get_url_host --args '{field: url}'
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        CommandArgument macro = command.Argument("MACRO", "Name of the macro, with its package's before a dot where it is another's.").IsRequired(errorMessage: "`run-operation` takes the name of a MACRO");
        CommandOption args = command.Option("--args <YAML>", "Arguments by name, as a YAML mapping: '{role: reporter}'.", CommandOptionType.SingleValue);
        return cancellation => CallAsync(host, global, new OperationRequest(macro.Value ?? "", args.Value()), cancellation);
    }

    private static async Task<int> CallAsync(CliHost host, GlobalOptions global, OperationRequest request, CancellationToken cancellation)
    {
        if (SessionOpener.Report(host, global.Quiet, VarsParser.Parse(request.Arguments, "--args")) is not { } arguments
            || SessionOpener.Resolve(host, global, "run-operation") is not var (session, manifest)
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

        DictValue values = new(arguments.Values);
        return InlineQuery.Of(manifest, new SourceText("run-operation", $"{{{{ {macro.PackageName}.{macro.Name}(**{values.Repr()}) }}}}"), macro.UniqueId);
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

    /// <summary>What `run-operation` was asked for.</summary>
    private sealed record OperationRequest(string Macro, string? Arguments);
}
