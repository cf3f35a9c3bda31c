using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel compile`: renders the selected nodes to target/compiled; one node alone is printed too.</summary>
internal sealed class CompileCommand : Command
{
    private static readonly ImmutableArray<ResourceType> Compiled =
        [ResourceType.Model, ResourceType.Analysis, ResourceType.Test, ResourceType.UnitTest, ResourceType.Snapshot, ResourceType.Seed];

    public override string Name => "compile";

    public override string Summary => "Render models, tests and analyses to SQL without running it.";

    public override string Examples => """
        deckmodel compile                                everything, into target/compiled
        deckmodel compile --select user_segmentation     one node; its SQL is printed too
        deckmodel compile --no-introspect                without a database
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        SelectionOptions selection = new(command, global.Flags);
        global.Flags.Declare("introspect", "--introspect", "Let macros query the database (default).", negatable: true);
        return cancellation => CompileAsync(host, global, selection, cancellation);
    }

    private static async Task<int> CompileAsync(CliHost host, GlobalOptions global, SelectionOptions selection, CancellationToken cancellation)
    {
        if (SelectedNodes.Open(SessionOpener.Resolve(host, global, "compile"), selection, Compiled) is not { } selected)
        {
            return ExitCodes.Unusable;
        }

        PlainObserver observer = new(host.Out, global.Verbosity);
        if (!global.Flags.IsOn("introspect", otherwise: true))
        {
            return Compile(selected, global, new CompilationScope { Session = SessionOf(selected), Observer = observer, Cancellation = cancellation });
        }

        return await ConnectedDatabase.UseAsync(
            selected.Session,
            async database =>
            {
                await using IDatabaseSession reader = await database.OpenSessionAsync(cancellation);
                return Compile(selected, global, new CompilationScope { Session = SessionOf(selected), Introspection = reader, Observer = observer, Cancellation = cancellation });
            },
            cancellation);
    }

    private static CompilationSession SessionOf(SelectedNodes selected) => new(selected.Manifest) { Clock = selected.Session.Host.Clock, Deferral = selected.Deferral };

    private static int Compile(SelectedNodes selected, GlobalOptions global, CompilationScope scope)
    {
        ProjectSession session = selected.Session;
        TargetFolder target = TargetFolder.Of(session, global);
        Dictionary<NodeId, string> texts = [];
        List<Diagnostic> diagnostics = [];
        foreach (Node node in selected.Nodes.Where(n => n is not SeedNode))
        {
            Checked<CompiledModel> compiled = ModelCompiler.Compile(node, scope);
            diagnostics.AddRange(compiled.Diagnostics);
            if (compiled.Succeeded(out CompiledModel? model))
            {
                texts[node.Id] = model.Sql;
                target.WriteSql("compiled", node, model.Sql);
            }
        }

        target.WriteManifest(scope.Session.Manifest, texts);
        DiagnosticPrinter.Print(session.Host.Error, diagnostics);
        Tell(session, target, texts);
        return diagnostics.Any(d => d.Severity == Severity.Error) ? ExitCodes.Failure : ExitCodes.Success;
    }

    private static void Tell(ProjectSession session, TargetFolder target, Dictionary<NodeId, string> texts)
    {
        if (texts.Count == 1)
        {
            session.Host.Out.WriteLine(texts.Values.Single());
        }
        else if (!session.IsQuiet)
        {
            session.Host.Out.WriteLine($"{texts.Count} nodes compiled into {target.ShownPath}/compiled");
        }
    }
}
