using System.ComponentModel;
using System.Diagnostics;

namespace Deck.Models.Postgres.Local;

/// <summary>Runs one of PostgreSQL's programs to its end and keeps what it wrote.</summary>
internal sealed record ProgramRun(int ExitCode, string Output)
{
    public bool Succeeded => ExitCode == 0;

    /// <summary>The last lines that say something, for a diagnostic.</summary>
    public string LastWords => LogTail.Summary(Output);

    public static async Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, ServerAccount account, CancellationToken cancellation)
    {
        ProcessStartInfo start = new(program, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            // A server started here outlives the command: it must not hold the folder the user happens to be in.
            WorkingDirectory = "/",
        };
        AdoptAccount(start, account);
        try
        {
            using Process process = Process.Start(start) ?? throw new Win32Exception($"{program} did not start");
            process.StandardInput.Close();
            Task<string> output = process.StandardOutput.ReadToEndAsync(cancellation);
            Task<string> errors = process.StandardError.ReadToEndAsync(cancellation);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return new ProgramRun(process.ExitCode, await output.ConfigureAwait(false) + await errors.ConfigureAwait(false));
        }
        catch (Win32Exception failure)
        {
            return new ProgramRun(-1, failure.Message);
        }
    }

    /// <summary>Messages in English, and none of the user's settings for PostgreSQL's clients.</summary>
    private static void AdoptAccount(ProcessStartInfo start, ServerAccount account)
    {
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            start.Environment.Remove(name);
        }

        start.Environment["LC_ALL"] = "C";
        if (account.Name is { } user)
        {
            start.UserName = user;
            start.Environment["HOME"] = "/";
        }
    }
}
