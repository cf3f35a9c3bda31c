using System.Collections.Immutable;
using System.Diagnostics;
using Deck.Models.Postgres.Local;

namespace Deck.Models.Benchmarks;

/// <summary>What PostgreSQL's own client needs for the same work.</summary>
internal static class PsqlSessions
{
    /// <summary>Sends a script in one session; throws at its first error.</summary>
    public static Measurement Send(PsqlCommand psql, string sql) =>
        Measurement.Of(psql.Program, [.. psql.Arguments, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", "-"], input: sql);

    /// <summary>Deals scripts to so many sessions, which run at the same time.</summary>
    public static Measurement Deal(PsqlCommand psql, ImmutableArray<string> scripts, int sessions)
    {
        TimeSpan before = ProcessStatistics.ChildrensProcessor();
        Stopwatch watch = Stopwatch.StartNew();
        Parallel.For(0, sessions, new ParallelOptions { MaxDegreeOfParallelism = sessions }, session =>
            Send(psql, string.Join('\n', scripts.Where((_, i) => i % sessions == session))));
        return new Measurement(watch.Elapsed, ProcessStatistics.ChildrensProcessor() - before, 0);
    }
}
