using System.Diagnostics;

namespace Deck.Models.Benchmarks;

/// <summary>The outcome of one command.</summary>
/// <param name="Wall">From start to exit.</param>
/// <param name="Processor">Used by the command on all cores, in steps of 10 ms; says more than the wall time on a machine that others use.</param>
/// <param name="PeakMegabytes">Greatest resident memory seen, 0 where the system does not tell.</param>
internal sealed record Measurement(TimeSpan Wall, TimeSpan Processor, double PeakMegabytes)
{
    private static readonly TimeSpan BetweenSamples = TimeSpan.FromMilliseconds(4);

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
        TimeSpan before = ProcessStatistics.ChildrensProcessor();
        Stopwatch watch = Stopwatch.StartNew();
        using Process process = Process.Start(start) ?? throw new InvalidOperationException($"{file} did not start");
        Task<string> output = process.StandardOutput.ReadToEndAsync();
        Task<string> errors = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            process.StandardInput.Write(input);
            process.StandardInput.Close();
        }

        double peak = WatchMemory(process);
        TimeSpan wall = watch.Elapsed;
        process.WaitForExit();
        return process.ExitCode == 0
            ? new Measurement(wall, ProcessStatistics.ChildrensProcessor() - before, peak)
            : throw new InvalidOperationException($"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output.Result}\n{errors.Result}");
    }

    /// <summary>The run that is in the middle by wall time, with the greatest peak; one run before them warms the disk's cache.</summary>
    public static Measurement Median(int runs, Func<Measurement> measure)
    {
        measure();
        return Median([.. Enumerable.Range(0, runs).Select(_ => measure())]);
    }

    public static Measurement Median(IReadOnlyCollection<Measurement> all) =>
        all.OrderBy(m => m.Wall).ElementAt(all.Count / 2) with { PeakMegabytes = all.Max(m => m.PeakMegabytes) };

    private static double WatchMemory(Process process)
    {
        double peak = 0;
        while (!process.WaitForExit(BetweenSamples))
        {
            peak = Math.Max(peak, ProcessStatistics.PeakMegabytes(process.Id));
        }

        return peak;
    }
}
