using System.Globalization;

namespace Deck.Models.Benchmarks;

/// <summary>Tests that share queries against the same tests one by one: 20 on one large table, and four on each of 500 small ones.</summary>
internal static class TestsBenchmark
{
    private const int Runs = 3;
    private const int SmallTables = 500;

    /// <summary>Ten `not_null`, six `accepted_values` and four `unique`, on rows in no order and without an index.</summary>
    private const string LargeProperties = """
        sources:
          - name: bench
            tables:
              - name: orders
                columns:
                  - {name: id, data_tests: [not_null, unique]}
                  - {name: code, data_tests: [not_null, unique]}
                  - {name: number, data_tests: [not_null, unique]}
                  - {name: token, data_tests: [not_null, unique]}
                  - {name: customer_id, data_tests: [not_null]}
                  - {name: amount, data_tests: [not_null]}
                  - {name: created_at, data_tests: [not_null]}
                  - {name: day, data_tests: [not_null]}
                  - {name: status, data_tests: [not_null, {accepted_values: {arguments: {values: [new, paid, sent, done]}}}]}
                  - {name: channel, data_tests: [not_null, {accepted_values: {arguments: {values: [web, app, shop]}}}]}
                  - {name: currency, data_tests: [{accepted_values: {arguments: {values: [EUR, USD, GBP, CHF]}}}]}
                  - {name: grade, data_tests: [{accepted_values: {arguments: {values: [a, b, c, d, e]}}}]}
                  - {name: priority, data_tests: [{accepted_values: {arguments: {values: [1, 2, 3, 4, 5], quote: false}}}]}
                  - {name: is_active, data_tests: [{accepted_values: {arguments: {values: ['true', 'false']}}}]}
        """;

    public static async Task MeasureAsync(string tool, int rows)
    {
        using (Scratch large = new())
        {
            await using BenchmarkServer server = await BenchmarkServer.StartAsync(large.Folder);
            server.Send(LargeTable(rows));
            GeneratedProject.WriteTests(large.Folder, LargeProperties, server.Profile);
            Report.Title($"20 tests on a table of {rows.ToString("N0", CultureInfo.InvariantCulture)} rows, four threads, median of {Runs}");
            Compare(tool, server, large.Folder);
        }

        using Scratch small = new();
        await using BenchmarkServer second = await BenchmarkServer.StartAsync(small.Folder);
        second.Send(string.Concat(Enumerable.Range(0, SmallTables).Select(SmallTable).Prepend("create schema bench;")));
        GeneratedProject.WriteTests(small.Folder, SmallProperties(), second.Profile);
        Report.Title($"{4 * SmallTables} tests on {SmallTables} tables of 100 rows, four threads, median of {Runs}");
        Compare(tool, second, small.Folder);
    }

    /// <summary>Both ways in turn, so that whatever else the machine does meets both.</summary>
    private static void Compare(string tool, BenchmarkServer server, string folder)
    {
        List<(Measurement Run, TimeSpan Server)> fused = [];
        List<(Measurement Run, TimeSpan Server)> single = [];
        for (int i = 0; i < Runs; i++)
        {
            fused.Add(Run(tool, server, folder, "--fuse-tests"));
            single.Add(Run(tool, server, folder, "--no-fuse-tests"));
        }

        (TimeSpan fusedWall, TimeSpan fusedServer) = Tell("fused", fused);
        (TimeSpan singleWall, TimeSpan singleServer) = Tell("one by one", single);
        Report.Ratio("one by one / fused, wall", singleWall / fusedWall);
        Report.Ratio("one by one / fused, server's processor", singleServer / fusedServer);
    }

    private static (Measurement Run, TimeSpan Server) Run(string tool, BenchmarkServer server, string folder, string flag)
    {
        TimeSpan before = server.Processor;
        Measurement run = Measurement.Of(tool, ["test", "--quiet", flag], folder);
        Thread.Sleep(TimeSpan.FromMilliseconds(200));
        return (run, server.Processor - before);
    }

    private static (TimeSpan Wall, TimeSpan Server) Tell(string name, List<(Measurement Run, TimeSpan Server)> runs)
    {
        Measurement median = Measurement.Median([.. runs.Select(r => r.Run)]);
        TimeSpan server = runs.Select(r => r.Server).Order().ElementAt(runs.Count / 2);
        Report.Line(name, median);
        Report.Line($"{name}: server", server);
        return (median.Wall, server);
    }

    private static string LargeTable(int rows) => $"""
        create schema bench;
        create unlogged table bench.orders as
        select * from (
          select i::bigint as id, 'ORD-' || lpad(i::text, 9, '0') as code, (i::bigint * 7919 % 5000011)::int as number, md5(i::text)::uuid as token,
            i % 200003 as customer_id, (array['new', 'paid', 'sent', 'done'])[1 + i % 4] as status, (array['web', 'app', 'shop'])[1 + i % 3] as channel,
            (array['EUR', 'USD', 'GBP', 'CHF'])[1 + i % 4] as currency, (array['a', 'b', 'c', 'd', 'e'])[1 + i % 5] as grade, 1 + i % 5 as priority,
            i % 7 <> 0 as is_active, (i % 9999) / 100.0 as amount, timestamp '2024-01-01' + make_interval(secs => i) as created_at,
            date '2024-01-01' + i / 50000 as day, 'note ' || i as note
          from generate_series(1, {rows}) i
        ) made order by token;
        vacuum analyze bench.orders;
        """;

    private static string SmallTable(int i) =>
        $"create table bench.t{i:000} as select n as id, 'c' || n as code, 'new' as status from generate_series(1, 100) n; analyze bench.t{i:000};\n";

    private static string SmallProperties() => "sources:\n  - name: bench\n    tables:\n" + string.Concat(Enumerable.Range(0, SmallTables).Select(SmallEntry));

    private static string SmallEntry(int i) => $$$$"""
              - name: t{{{{i:000}}}}
                columns:
                  - {name: id, data_tests: [not_null, unique]}
                  - {name: code, data_tests: [not_null]}
                  - {name: status, data_tests: [{accepted_values: {arguments: {values: [new, old]}}}]}

        """;
}
