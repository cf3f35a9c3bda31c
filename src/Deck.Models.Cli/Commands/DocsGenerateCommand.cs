using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Documentation;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Execution.Documentation;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel docs generate`: compiles the project, and writes with manifest.json the catalog of what the server has of its relations.</summary>
internal sealed class DocsGenerateCommand : Command
{
    private static readonly ImmutableArray<ResourceType> Documented =
        [ResourceType.Model, ResourceType.Analysis, ResourceType.Test, ResourceType.UnitTest, ResourceType.Snapshot, ResourceType.Seed, ResourceType.Source];

    public override string Name => "generate";

    public override string Summary => "Compile the project; write manifest.json and, from the server, catalog.json.";

    public override string Examples => """
        deckmodel docs generate                       everything
        deckmodel docs generate --no-compile          catalog.json alone
        deckmodel docs generate --empty-catalog       without asking the server for relations
        deckmodel docs generate --select tag:gold     a catalog of some nodes
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        SelectionOptions selection = new(command, global.Flags);
        CommandOption noCompile = command.Option("--no-compile", "Leave manifest.json and target/compiled as they are.", CommandOptionType.NoValue);
        command.Option("--compile", "Compile the project first (default).", CommandOptionType.NoValue);
        CommandOption isEmpty = command.Option("--empty-catalog", "Write a catalog without relations.", CommandOptionType.NoValue);
        CommandOption isStatic = command.Option("--static", "Write static_index.html as well: the page with both files in it, to be opened without a server.", CommandOptionType.NoValue);
        return cancellation => GenerateAsync(
            SelectedNodes.Open(SessionOpener.Resolve(host, global, "generate"), selection, Documented),
            global,
            new Parts(!noCompile.HasValue(), !isEmpty.HasValue(), isStatic.HasValue()),
            cancellation);
    }

    private static async Task<int> GenerateAsync(SelectedNodes? selected, GlobalOptions global, Parts parts, CancellationToken cancellation)
    {
        return selected is null ? ExitCodes.Unusable : await ConnectedDatabase.UseAsync(
            selected.Session,
            async database =>
            {
                await using AskingSession reader = await AskingSession.OpenAsync(database, selected.Session.Retries, cancellation);
                TargetFolder target = TargetFolder.Of(selected.Session, global);
                target.WritePage();
                return (!parts.Compiles || await CompileAsync(selected, target, reader, cancellation))
                    && await CatalogueAsync(selected, target, parts.AsksServer ? reader : null, cancellation)
                    && (!parts.IsStatic || WriteStatic(selected, target))
                    ? ExitCodes.Success
                    : ExitCodes.Failure;
            },
            cancellation);
    }

    /// <summary>False where a node does not compile: dbt writes no catalog then.</summary>
    private static async Task<bool> CompileAsync(SelectedNodes selected, TargetFolder target, AskingSession reader, CancellationToken cancellation)
    {
        CompilationScope scope = new() { Session = selected.Compilation(), Introspection = reader, Cancellation = cancellation };
        CompiledNodes compiled = await reader.RenderAsync(() => CompiledNodes.Write(selected.Nodes.Where(n => n is not (SeedNode or SourceNode)), target, scope), cancellation);
        target.WriteManifest(selected.Manifest, compiled.Texts);
        selected.Session.Host.Announcer.Print(compiled.Diagnostics);
        return !compiled.HasErrors;
    }

    private static async Task<bool> CatalogueAsync(SelectedNodes selected, TargetFolder target, IDatabaseSession? reader, CancellationToken cancellation)
    {
        CliHost host = selected.Session.Host;
        try
        {
            Node[] nodes = [.. selected.Nodes.Where(n => n.Relation is not null && n is not ModelNode { IsEphemeral: true })];
            IReadOnlyList<DescribedRelation> relations = reader is null ? [] : await RelationDescriptions.ReadAsync(reader, nodes.Select(n => n.Relation).OfType<RelationName>(), cancellation);
            target.WriteCatalog(nodes, relations);
            if (!selected.Session.IsQuiet)
            {
                host.Announcer.Say($"{relations.Count} {(relations.Count == 1 ? "relation" : "relations")} in {target.ShownPath}/{CatalogArtifact.FileName}");
            }

            return true;
        }
        catch (DatabaseException refused)
        {
            host.Announcer.Print(Diagnostic.Error(CliCodes.NoCatalog, $"the server does not describe the relations: {refused.Error.Message}"));
            return false;
        }
    }

    private static bool WriteStatic(SelectedNodes selected, TargetFolder target)
    {
        bool written = target.WriteStaticPage();
        if (!written)
        {
            selected.Session.Host.Announcer.Print(Diagnostic.Error(CliCodes.NoCatalog, $"{target.ShownPath}/{ManifestArtifact.FileName} does not exist, so there is no {DocumentationPage.StaticFileName}")
                .WithHint("leave out --no-compile and --no-write-json"));
        }

        return written;
    }

    /// <summary>What is to be done besides writing the catalog.</summary>
    private sealed record Parts(bool Compiles, bool AsksServer, bool IsStatic);
}
