using System.Net.Sockets;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Commands.Session;
using Deck.Models.Cli.Documentation;
using Deck.Models.Cli.Files;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands;

/// <summary>`deckmodel docs serve`: shows the documentation in a browser, until Ctrl-C.</summary>
internal sealed class DocsServeCommand : Command
{
    private const string DefaultHost = "127.0.0.1";
    private const int DefaultPort = 8080;

    public override string Name => "serve";

    public override string Summary => "Show the documentation in a browser: a web server for the target folder.";

    public override string Examples => """
        deckmodel docs serve                  http://127.0.0.1:8080, until Ctrl-C
        deckmodel docs serve --port 8001 --no-browser
        """;

    protected override CommandAction Configure(CommandLineApplication command, CliHost host)
    {
        GlobalOptions global = new(command, host);
        CommandOption address = command.Option("--host <HOST>", "Address to listen on (default: 127.0.0.1, this machine alone).", CommandOptionType.SingleValue);
        CommandOption port = global.Flags.Declare("port", "--port <N>", "Port to listen on (default: 8080; 0: any).", OptionRule.WholeNumber(0));
        global.Flags.Declare("browser", "--browser", "Open a browser (default on a terminal).", negatable: true);
        return cancellation => ServeAsync(
            host,
            global,
            new Address(global.Flags.Text(address, "host") ?? DefaultHost, OptionRule.TryRead(global.Flags.Text(port, "port") ?? "", out int number) ? number : DefaultPort),
            cancellation);
    }

    private static async Task<int> ServeAsync(CliHost host, GlobalOptions global, Address address, CancellationToken cancellation)
    {
        if (SessionOpener.Open(host, global, "serve") is not { } session)
        {
            return ExitCodes.Unusable;
        }

        TargetFolder target = TargetFolder.Of(session, global);
        target.WritePage();
        try
        {
            using FolderServer server = FolderServer.Start(target.FullPath, address.Host, address.Port);
            string page = $"http://{(address.Host == "0.0.0.0" ? "localhost" : address.Host)}:{server.Port}";
            host.Announcer.Say($"Serving {target.ShownPath}/ at {page}; Ctrl-C ends it");
            if (global.Flags.IsOn("browser", otherwise: host.IsInteractive))
            {
                Browser.Open(page);
            }

            await server.RunAsync(cancellation);
            return ExitCodes.Success;
        }
        catch (SocketException refused)
        {
            host.Announcer.Print(Diagnostic.Error(CliCodes.CannotListen, $"port {address.Port} of `{address.Host}` cannot be listened on: {refused.Message}")
                .WithHint("--port and --host name others"));
            return ExitCodes.Failure;
        }
    }

    /// <summary>Where the server listens.</summary>
    private sealed record Address(string Host, int Port);
}
