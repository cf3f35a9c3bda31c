using System.Diagnostics;

namespace Deck.Models.Benchmarks;

/// <summary>The outcome of one command.</summary>
/// <param name="Wall">From start to exit.</param>
/// <param name="PeakMegabytes">Greatest resident memory seen, 0 where the system does not tell.</param>
internal sealed record Measurement(TimeSpan Wall, double PeakMegabytes, int ExitCode)
{
    /// <summary>Runs a command to its end without a shell; its output is thrown away unless it fails.</summary>
    public static Measurement Of(string file, IEnumerable<string> arguments, string? folder = null, string? input = null)
    {
        ProcessStartInfo start = new(file, arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = input is not null,
            WorkingDirectory = folder ?? Environment.CurrentDirectory,
        };
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        double peak = 0;
        while (!process.WaitForExit(2))
        {
            peak = Math.Max(peak, PeakOf(process.Id));
        }

        process.WaitForExit();
        Measurement measured = new(watch.Elapsed, peak, process.ExitCode);
        return measured.ExitCode == 0
            ? measured
            : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output.Result}\n{errors.Result}");
    }

    /// <summary>The median of several runs by wall time, with the greatest peak.</summary>
    public static Measurement Median(int runs, Func<Measurement> measure)
    {
        Measurement[] all = [.. Enumerable.Range(0, runs).Select(_ => measure()).OrderBy(m => m.Wall)];
        return all[runs / 2] with { PeakMegabytes = all.Max(m => m.PeakMegabytes) };
    }

    /// <summary>Linux keeps the high-water mark of resident memory in /proc.</summary>
    private static double PeakOf(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line.AsSpan(6).Trim().TrimEnd("kB ").ToString(), System.Globalization.CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
