using System.Diagnostics;
using Deck.Models.Cli.Tests.Commands;

namespace Deck.Models.Cli.Tests;

/// <summary>deckmodel as a process: the published program that DECKMODEL_TEST_TOOL names, as `run-tests` does, or else the build of the test on .NET.</summary>
internal static class PublishedTool
{
    private static readonly string? Path = Environment.GetEnvironmentVariable("DECKMODEL_TEST_TOOL");

    /// <summary>True where all commands of tests are to run in the published program, not in the tests' own process.</summary>
    public static bool IsNamed => Path is { Length: > 0 };

    public static ProcessStartInfo Command(string folder, params IEnumerable<string> args)
    {
        ProcessStartInfo start = IsNamed ? new(Path!, args) : new("dotnet", [typeof(CommandLine).Assembly.Location, .. args]);
        start.WorkingDirectory = folder;
        start.RedirectStandardOutput = true;
        start.RedirectStandardError = true;
        return start;
    }

    /// <summary>A command from start to end; a cancellation is Ctrl-C.</summary>
    public static async Task<CommandRun> RunAsync(ProcessStartInfo command, CancellationToken cancellation)
    {
        using Process process = Start(command);
        Task<string> output = process.StandardOutput.ReadToEndAsync(CancellationToken.None);
        Task<string> errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
        await using CancellationTokenRegistration interrupt = cancellation.Register(() => _ = ProcessRun.SendAsync("INT", process));
        await process.WaitForExitAsync(CancellationToken.None);
        return new CommandRun(process.ExitCode, await output, await errors);
    }

    public static Process Start(ProcessStartInfo command) => Process.Start(command) ?? throw new InvalidOperationException($"{command.FileName} did not start");
}
