using System.ComponentModel.DataAnnotations;
using Deck.Models.Cli.Commands;
using Deck.Models.Cli.Console;
using Deck.Models.Cli.Files;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli;

/// <summary>The whole command line: every command hung into one application, usage errors as diagnostics.</summary>
internal static class CommandLine
{
    private static readonly Command[] Commands =
    [
        new BuildCommand(), new RunCommand(), new TestCommand(), new SeedCommand(), new SnapshotCommand(), new CloneCommand(), new RetryCommand(), new RunOperationCommand(), new CompileCommand(), new ShowCommand(), new ListCommand(),
        new DocsCommand(), new SourceCommand(), new ParseCommand(), new DepsCommand(), new DebugCommand(), new CleanCommand(), new InitCommand(), new LocalCommand(),
    ];

    private const string Examples = """

        Examples:
          deckmodel build                              build and test everything
          deckmodel run --select user_segmentation     build one model
          deckmodel run --select +user_segmentation    build it and all that it needs
          deckmodel test --select tag:gold             test what carries a tag
          deckmodel show --select user_segmentation_summary

        """;

    public static async Task<int> RunAsync(string[] args, CliHost host, CancellationToken cancellation)
    {
        host = host with { Environment = DotEnv.AddTo(host.Environment, host.WorkingDirectory) };
        // The library writes a remark of its own beside each usage error; only asked-for help is passed on.
        using StringWriter help = new();
        Dictionary<CommandLineApplication, CommandAction> actions = [];
        using CommandLineApplication app = Create(host, help, actions);
        CommandLineApplication chosen;
        try
        {
            chosen = app.Parse([.. ArgumentSpreader.Spread(ArgumentOrder.CommandFirst(args, app))]).SelectedCommand;
        }
        catch (CommandParsingException wrong)
        {
            host.Announcer.Print(Describe(wrong));
            return ExitCodes.Unusable;
        }

        if (chosen.IsShowingInformation)
        {
            host.Out.Write(help);
            return ExitCodes.Success;
        }

        if (chosen.GetValidationResult() is { } invalid && invalid != ValidationResult.Success)
        {
            host.Announcer.Print(Usage(invalid.ErrorMessage ?? "bad usage", chosen));
            return ExitCodes.Unusable;
        }

        return await RunAsync(actions[chosen], host, cancellation);
    }

    private static async Task<int> RunAsync(CommandAction action, CliHost host, CancellationToken cancellation)
    {
        try
        {
            return await action(cancellation);
        }
        catch (FileException refused)
        {
            host.Announcer.Print(Diagnostic.Error(CliCodes.FileTrouble, $"`{refused.Path}` cannot be written: {refused.Message}")
                .WithHint("check the folder's permissions and the free space; --target-path and --log-path name other folders"));
            return ExitCodes.Unusable;
        }
        finally
        {
            await host.Background.FinishAsync();
        }
    }

    private static CommandLineApplication Create(CliHost host, TextWriter help, Dictionary<CommandLineApplication, CommandAction> actions)
    {
        CommandLineApplication app = new()
        {
            Name = "deckmodel",
            Description = "The dbt engine for PostgreSQL: compiles templated SQL models, builds them in dependency order, tests them.",
            Out = help,
            Error = host.Error,
            MakeSuggestionsInErrorMessage = false,
            ExtendedHelpText = Examples,
        };
        app.HelpOption("-h|--help", inherited: true);
        app.VersionOption("-V|--version", $"deckmodel {Program.Version}");
        foreach (Command command in Commands)
        {
            command.AddTo(app, host, actions);
        }

        actions[app] = _ =>
        {
            app.ShowHelp();
            host.Out.Write(help);
            return Task.FromResult(ExitCodes.Unusable);
        };
        return app;
    }

    private static Diagnostic Describe(CommandParsingException wrong)
    {
        CommandLineApplication command = wrong.Command;
        string[] known = [.. command.Commands.SelectMany(c => c.Names), .. command.GetOptions().Select(o => $"--{o.LongName}")];
        string[] parts = wrong.Message.Split('\'');
        return Usage(wrong.Message, command).WithHint(parts.Length == 3 && !known.Contains($"--{parts[1]}") ? Spelling.DidYouMean(parts[1], known) : null);
    }

    /// <summary>The library's sentence in our form: no capital, no full stop.</summary>
    private static Diagnostic Usage(string sentence, CommandLineApplication command)
    {
        string message = sentence.Trim().TrimEnd('.');
        string path = command.Parent is null ? "" : $" {command.Name}";
        return Diagnostic.Error(CliCodes.BadUsage, char.ToLowerInvariant(message[0]) + message[1..])
            .WithHint($"`deckmodel{path} --help` lists what it takes");
    }
}
