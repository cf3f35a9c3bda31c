using Deck.Models.Cli.Commands;
using Deck.Models.Cli.Console;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli;

/// <summary>The whole command line: every command hung into one application, usage errors as diagnostics.</summary>
internal static class CommandLine
{
    private static readonly Command[] Commands =
    [
        new BuildCommand(), new RunCommand(), new TestCommand(), new SeedCommand(), new CompileCommand(), new ShowCommand(),
        new ListCommand(), new ParseCommand(), new DebugCommand(), new CleanCommand(), new InitCommand(), new LocalCommand(),
    ];

    public static async Task<int> RunAsync(string[] args, CliHost host, CancellationToken cancellation)
    {
        using CommandLineApplication app = Create(host);
        try
        {
            return await app.ExecuteAsync([.. ArgumentSpreader.Spread(args)], cancellation);
        }
        catch (CommandParsingException wrong)
        {
            DiagnosticPrinter.Print(host.Error, Describe(wrong));
            return ExitCodes.Unusable;
        }
    }

    internal static CommandLineApplication Create(CliHost host)
    {
        CommandLineApplication app = new()
        {
            Name = "deckmodel",
            Description = "The dbt engine for PostgreSQL: compiles templated SQL models, builds them in dependency order, tests them.",
            Out = host.Out,
            Error = host.Error,
            UnrecognizedArgumentHandling = UnrecognizedArgumentHandling.Throw,
            MakeSuggestionsInErrorMessage = false,
            UsePagerForHelpText = false,
        };
        app.HelpOption("-h|--help", inherited: true);
        app.VersionOption("-V|--version", $"deckmodel {Program.Version}");
        foreach (Command command in Commands)
        {
            command.AddTo(app, host);
        }

        app.ExtendedHelpText = """

            Examples:
              deckmodel build                              build and test everything
              deckmodel run --select user_segmentation     build one model
              deckmodel run --select +user_segmentation    build it and all that it needs
              deckmodel test --select tag:gold             test what carries a tag
              deckmodel show --select user_segmentation_summary

            """;
        app.OnExecute(() =>
        {
            app.ShowHelp();
            return ExitCodes.Unusable;
        });
        return app;
    }

    private static Diagnostic Describe(CommandParsingException wrong)
    {
        string message = wrong.Message.Trim().TrimEnd('.');
        Diagnostic diagnostic = Diagnostic.Error(CliCodes.BadUsage, char.ToLowerInvariant(message[0]) + message[1..]);
        if (wrong is UnrecognizedCommandParsingException unknown)
        {
            foreach (string near in unknown.NearestMatches.Take(1))
            {
                diagnostic = diagnostic.WithHint($"did you mean `{near}`?");
            }
        }

        string name = wrong.Command.Name is null or "deckmodel" ? "" : $" {wrong.Command.Name}";
        return diagnostic.WithHint($"`deckmodel{name} --help` lists what it takes");
    }
}
