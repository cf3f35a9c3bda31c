using System.Collections.Immutable;
using System.Globalization;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Console.Results;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel show`: runs the query of a model, or every statement of an analysis, and prints the rows.</summary>
internal sealed class ShowCommand : Command
{
    private const int DefaultLimit = 5;

    private static readonly ImmutableArray<ResourceType> Shown =
        [ResourceType.Model, ResourceType.Analysis, ResourceType.Test, ResourceType.Seed, ResourceType.Snapshot];

    public override string Name => "show";

    public override string Summary => "Run a model's query, or each statement of an analysis, and print the rows.";

    public override string Examples => """
        deckmodel show --select user_segmentation --limit 20
        deckmodel show --select user_segmentation_verification
        deckmodel show --select user_segmentation_summary --output json
        deckmodel show --inline "select count(*) from {{ ref('stg_users') }}"
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        SelectionOptions selection = new(command, global.Flags);
        global.Flags.Declare("introspect", "--introspect", "Let macros query the database while they are compiled (default).", negatable: true);
        global.Flags.Declare("full_refresh", "-f|--full-refresh", "Show what incremental models are rebuilt from.", negatable: true);
        CommandOption limit = command.Option("--limit <ROWS>", "Rows of a model at most: 5 unless given, -1 for all. Analyses are shown whole.", CommandOptionType.SingleValue).Of(OptionRule.WholeNumber(-1));
        CommandOption output = command.Option("--output <FORMAT>", "table (default), json, csv or markdown.", CommandOptionType.SingleValue)
            .Of(OptionRule.OneOf("table", "text", "json", "csv", "markdown"));
        CommandOption inline = command.Option("--inline <SQL>", "A templated query to show instead of a node.", CommandOptionType.SingleValue);
        return cancellation => ShowAsync(host, global, new ShowRequest(selection, inline.Value(), LimitOf(limit), FormatOf(output.Value())), cancellation);
    }

    private static async Task<int> ShowAsync(CliHost host, GlobalOptions global, ShowRequest request, CancellationToken cancellation)
    {
        if (SessionOpener.Resolve(host, global, "show") is not { } project
            || NodesOf(project, request) is not { } nodes
            || !EarlierRun.TryDefer(project.Session, request.Selection.State.Deferral, out Deferral? deferral))
        {
            return ExitCodes.Unusable;
        }

        return await ConnectedDatabase.UseAsync(
            project.Session,
            async database =>
            {
                await using IDatabaseSession reader = await database.OpenSessionAsync(cancellation);
                CompilationScope scope = new()
                {
                    Session = new CompilationSession(project.Manifest) { Clock = host.Clock, Deferral = deferral },
                    Introspection = global.Flags.IsOn("introspect", otherwise: true) ? reader : null,
                    // Standard output holds the rows, for whoever reads them.
                    Observer = new PlainObserver(host.Error, global.Verbosity),
                    Cancellation = cancellation,
                };
                return await PrintAsync(host, nodes, scope, request);
            },
            cancellation);
    }

    private static Node[]? NodesOf(ResolvedProject project, ShowRequest request)
    {
        ProjectSession session = project.Session;
        if (request.Inline is { } text)
        {
            return session.Report(InlineQuery.Of(project.Manifest, new SourceText("--inline", text))) is { } query ? [query] : null;
        }

        if (request.Selection.Select.IsEmpty && request.Selection.Selector is null)
        {
            session.Host.Announcer.Print(Diagnostic.Error(CliCodes.NothingToShow, "`show` needs --select or --inline").WithHint("`deckmodel show --help` has examples"));
            return null;
        }

        NodeSet? nodes = NodeSelection.Select(session, project.Manifest, request.Selection, Shown);
        return nodes?.Where(n => n is not DataTestNode || nodes.All(m => m is DataTestNode)).ToArray();
    }

    private static async Task<int> PrintAsync(CliHost host, IReadOnlyList<Node> nodes, CompilationScope scope, ShowRequest request)
    {
        List<ShownResult> results = [];
        List<Diagnostic> diagnostics = [];
        foreach (Node node in nodes)
        {
            Checked<ShownNode> shown = await NodeQuery.RunAsync(node, scope, node is AnalysisNode ? null : request.Limit);
            diagnostics.AddRange(shown.Diagnostics);
            results.AddRange(shown.Value?.Results ?? []);
        }

        ResultPrinter.Print(host.Out, results, request.Format);
        host.Announcer.Print(diagnostics);
        return diagnostics.Any(d => d.Severity == Severity.Error) ? ExitCodes.Failure : ExitCodes.Success;
    }

    private static int? LimitOf(CommandOption option) =>
        !option.HasValue() ? DefaultLimit : int.Parse(option.Value() ?? "", CultureInfo.InvariantCulture) is >= 0 and int rows ? rows : null;

    private static ResultFormat FormatOf(string? name) => name switch
    {
        "json" => ResultFormat.Json,
        "csv" => ResultFormat.Csv,
        "markdown" => ResultFormat.Markdown,
        _ => ResultFormat.Table,
    };
}
