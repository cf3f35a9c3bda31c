using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;

namespace Deck.Models.Cli.Packages;

/// <summary>Runs git: arguments as they are, no shell, no questions, no hooks, not for ever.</summary>
internal sealed class GitProgram(string program, string workingDirectory, ImmutableDictionary<string, string> environment, TimeSpan patience)
{
    // A hook or an alias that runs us has git's own variables set, for another repository.
    private static readonly string[] OfAnotherRepository = ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_COMMON_DIR", "GIT_PREFIX"];

    public async Task<GitRun> RunAsync(CancellationToken cancellation, params IEnumerable<string> arguments)
    {
        using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        limit.CancelAfter(patience);
        Process? started = null;
        try
        {
            started = Process.Start(Prepare(arguments));
            return started is null ? new GitRun(GitRun.Missing, "", "") : await FinishAsync(started, limit.Token);
        }
        catch (Win32Exception missing)
        {
            return new GitRun(GitRun.Missing, "", missing.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new GitRun(GitRun.TimedOut, "", "");
        }
        finally
        {
            if (started is { HasExited: false })
            {
                started.Kill(entireProcessTree: true);
            }

            started?.Dispose();
        }
    }

    private static async Task<GitRun> FinishAsync(Process git, CancellationToken cancellation)
    {
        git.StandardInput.Close();
        Task<string> output = git.StandardOutput.ReadToEndAsync(cancellation);
        Task<string> errors = git.StandardError.ReadToEndAsync(cancellation);
        await git.WaitForExitAsync(cancellation);
        return new GitRun(git.ExitCode, await output, await errors);
    }

    private ProcessStartInfo Prepare(IEnumerable<string> arguments)
    {
        ProcessStartInfo start = new(program, ["-c", "core.hooksPath=/dev/null", "-c", "advice.detachedHead=false", .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            WorkingDirectory = workingDirectory,
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        foreach (string name in OfAnotherRepository)
        {
            start.Environment.Remove(name);
        }

        start.Environment["GIT_TERMINAL_PROMPT"] = "0";
        start.Environment["LC_ALL"] = "C";
        return start;
    }
}
