namespace Deck.Models.Benchmarks;

/// <summary>Measures short work by the processor time of this process, which stays meaningful on a machine that others use.</summary>
internal static class ProcessorTime
{
    private const int Rounds = 9;

    private static readonly TimeSpan LeastRound = TimeSpan.FromMilliseconds(20);

    /// <summary>Seconds of one call: the fastest round of several, each of which repeats the call for some time; compiled code is warm by then.</summary>
    public static double Of(Action work)
    {
        int count = 1;
        for (int warm = 0; warm < 3; warm++)
        {
            count = 1;
            while (Round(work, count) < LeastRound)
            {
                count *= 2;
            }
        }

        TimeSpan fastest = TimeSpan.MaxValue;
        for (int i = 0; i < Rounds; i++)
        {
            TimeSpan spent = Round(work, count);
            fastest = spent < fastest ? spent : fastest;
        }

        return fastest.TotalSeconds / count;
    }

    private static TimeSpan Round(Action work, int count)
    {
        TimeSpan before = Environment.CpuUsage.TotalTime;
        for (int i = 0; i < count; i++)
        {
            work();
        }

        return Environment.CpuUsage.TotalTime - before;
    }
}
