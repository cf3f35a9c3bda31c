using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting.Artifacts;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel compile`: renders the selected nodes to target/compiled; one node alone is printed too, and so is an inline query.</summary>
internal sealed class CompileCommand : Command
{
    private static readonly ImmutableArray<ResourceType> Compiled =
        [ResourceType.Model, ResourceType.Analysis, ResourceType.Test, ResourceType.UnitTest, ResourceType.Snapshot, ResourceType.Seed];

    private static readonly JsonWriterOptions Indented = new() { Indented = true };

    public override string Name => "compile";

    public override string Summary => "Render models, tests and analyses to SQL without running it.";

    public override string Examples => """
        deckmodel compile                                everything, into target/compiled
        deckmodel compile --select user_segmentation     one node; its SQL is printed too
        deckmodel compile --inline "select * from {{ ref('stg_users') }}"
        deckmodel compile --no-introspect                without a database
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        SelectionOptions selection = new(command, global.Flags);
        CommandOption inline = command.Option("--inline <SQL>", "A templated query to compile instead of nodes.", CommandOptionType.SingleValue);
        CommandOption output = command.Option("--output <FORMAT>", "How printed SQL looks: text (default) or json.", CommandOptionType.SingleValue).Of(OptionRule.OneOf("text", "json"));
        global.Flags.Declare("introspect", "--introspect", "Let macros query the database (default).", negatable: true);
        return cancellation => CompileAsync(host, global, new Request(selection, inline.Value(), output.Value() == "json"), cancellation);
    }

    private static async Task<int> CompileAsync(CliHost host, GlobalOptions global, Request request, CancellationToken cancellation)
    {
        if (SelectedNodes.Open(SessionOpener.Resolve(host, global, "compile"), request.Selection, Compiled) is not { } selected || NodesOf(selected, request) is not { } nodes)
        {
            return ExitCodes.Unusable;
        }

        // Standard output is for whoever reads the JSON.
        PlainObserver observer = new(request.IsJson ? host.Error : host.Out, global.Verbosity);
        CompilationScope With(IDatabaseSession? reader) => new() { Session = selected.Compilation(), Introspection = reader, Observer = observer, Cancellation = cancellation };
        TargetFolder target = TargetFolder.Of(selected.Session, global);
        if (!global.Flags.IsOn("introspect", otherwise: true))
        {
            return Tell(selected, request, target, CompiledNodes.Write(nodes, target, With(null)));
        }

        return await ConnectedDatabase.UseAsync(
            selected.Session,
            async database =>
            {
                await using AskingSession reader = await AskingSession.OpenAsync(database, selected.Session.Retries, cancellation);
                return Tell(selected, request, target, await reader.RenderAsync(() => CompiledNodes.Write(nodes, target, With(reader)), cancellation));
            },
            cancellation);
    }

    private static Node[]? NodesOf(SelectedNodes selected, Request request)
    {
        if (request.Inline is not { } text)
        {
            return [.. selected.Nodes.Where(n => n is not SeedNode)];
        }

        ProjectSession session = selected.Session;
        return session.Report(InlineQuery.Of(selected.Manifest, new SourceText("--inline", text))) is { } query ? [query] : null;
    }

    private static int Tell(SelectedNodes selected, Request request, TargetFolder target, CompiledNodes compiled)
    {
        CliHost host = selected.Session.Host;
        target.WriteManifest(selected.Manifest, compiled.Texts);
        host.Announcer.Print(compiled.Diagnostics);
        if (compiled.Texts.Count == 1)
        {
            (NodeId id, CompiledText text) = compiled.Texts.Single();
            host.Announcer.Say(request.IsJson ? Json(request.Inline is null && selected.Manifest.TryFind(id, out Node? node) ? node.Name : null, text.Sql) : text.Sql);
        }
        else if (!selected.Session.IsQuiet && !request.IsJson)
        {
            host.Announcer.Say($"{compiled.Texts.Count} nodes compiled into {target.ShownPath}/compiled");
        }

        return compiled.HasErrors ? ExitCodes.Failure : ExitCodes.Success;
    }

    /// <summary>dbt's object of it; an inline query has no name.</summary>
    private static string Json(string? name, string sql)
    {
        using MemoryStream buffer = new();
        using (Utf8JsonWriter json = new(buffer, Indented))
        {
            json.WriteStartObject();
            if (name is not null)
            {
                json.WriteString("node", name);
            }

            json.WriteString("compiled", sql);
            json.WriteEndObject();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    /// <summary>What the command line asks for.</summary>
    private sealed record Request(SelectionOptions Selection, string? Inline, bool IsJson);
}
