using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Files;
using Deck.Models.Engine.Reporting;
using Spectre.Console;

namespace Deck.Models.Cli.Console;

/// <summary>Runs work under the observers that the flags ask for: a live view on a terminal, plain lines or JSON elsewhere, and the log file.</summary>
internal static class ObservedRun
{
    public static Task<RunResult> RunAsync(CliHost host, GlobalOptions options, LogFile log, Func<IRunObserver, Task<RunResult>> work)
    {
        if (IsJson(options))
        {
            return work(new CompositeObserver([new JsonLinesObserver(host.Out, log.Invocation), log.Observer]));
        }

        ConsoleVerbosity verbosity = options.Verbosity;
        if (!host.IsInteractive || options.Quiet)
        {
            return work(new CompositeObserver([new PlainObserver(host.Out, verbosity), log.Observer]));
        }

        LiveObserver live = new(ConsoleOf(host, options), host.Clock, verbosity);
        return live.AroundAsync(() => work(new CompositeObserver([live, log.Observer])));
    }

    public static bool IsJson(GlobalOptions options) => options.LogFormat == "json";

    private static IAnsiConsole ConsoleOf(CliHost host, GlobalOptions options)
    {
        bool colours = options.Flags.IsOn("use_colors", otherwise: !host.Environment.ContainsKey("NO_COLOR"));
        return AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(host.Out),
            Ansi = AnsiSupport.Yes,
            Interactive = InteractionSupport.Yes,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
        });
    }
}
