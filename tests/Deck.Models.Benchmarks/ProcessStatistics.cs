using System.Globalization;

namespace Deck.Models.Benchmarks;

/// <summary>What Linux tells of processes in /proc; zeros elsewhere.</summary>
internal static class ProcessStatistics
{
    private const int TicksPerSecond = 100;
    private const int ChildrensUserTime = 13;
    private const int ChildrensSystemTime = 14;

    /// <summary>Processor time of all children of a process that have ended.</summary>
    /// <param name="process">Its id; `self` is this one.</param>
    public static TimeSpan ChildrensProcessor(string process = "self")
    {
        if (!File.Exists($"/proc/{process}/stat"))
        {
            return TimeSpan.Zero;
        }

        // The name in parentheses may hold spaces; the state follows it.
        string stat = File.ReadAllText($"/proc/{process}/stat");
        string[] fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return TimeSpan.FromSeconds((Number(fields[ChildrensUserTime]) + Number(fields[ChildrensSystemTime])) / TicksPerSecond);
    }

    /// <summary>The high-water mark of a process's resident memory, 0 once it has ended.</summary>
    public static double PeakMegabytes(int process)
    {
        try
        {
            string? line = File.ReadLines($"/proc/{process}/status").FirstOrDefault(l => l.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : Number(line["VmHWM:".Length..].Trim().TrimEnd('k', 'B', ' ')) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
