using System.Reflection;

namespace Deck.Models.Cli;

/// <summary>The process: hooks up Ctrl-C, answers `--version` without loading anything, and is the only place that catches our own bugs.</summary>
internal static class Program
{
    public static string Version { get; } =
        typeof(Program).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";

    private static async Task<int> Main(string[] args)
    {
        if (args is ["--version" or "-V"])
        {
            System.Console.Out.WriteLine($"deckmodel {Version}");
            return ExitCodes.Success;
        }

        using CancellationTokenSource stop = new();
        System.Console.CancelKeyPress += (_, pressed) => pressed.Cancel = StopOnce(stop);
        using var terminated = System.Runtime.InteropServices.PosixSignalRegistration.Create(
            System.Runtime.InteropServices.PosixSignal.SIGTERM,
            signal => signal.Cancel = StopOnce(stop));
        return await GuardAsync(args, stop.Token);
    }

    /// <summary>The first signal asks the run to stop and report; a second one, while it does, ends the process.</summary>
    private static bool StopOnce(CancellationTokenSource stop)
    {
        if (stop.IsCancellationRequested)
        {
            System.Environment.Exit(ExitCodes.Interrupted);
        }

        stop.CancelAsync();
        return true;
    }

    private static async Task<int> GuardAsync(string[] args, CancellationToken cancellation)
    {
        try
        {
            return await CommandLine.RunAsync(args, CliHost.OfProcess(), cancellation);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            return ExitCodes.Interrupted;
        }
        catch (Exception bug)
        {
            System.Console.Error.WriteLine($"deckmodel {Version}: internal error, please report it with the lines below");
            System.Console.Error.WriteLine(bug);
            return ExitCodes.Unusable;
        }
    }
}
