using System.Diagnostics;
using System.Text.Json;
using Deck.Models.Testing.Databases;

namespace Deck.Models.Cli.Tests.Commands;

/// <summary>The real process is killed at one of its exchanges with the server, without a chance to do anything about it.</summary>
[TestFixture]
internal sealed class KillTests
{
    private const string Content = """
        select concat_ws(' | ', (select string_agg(s::text, ' ' order by s) from analytics.s), (select t from analytics.t), (select v from analytics.v),
          (select string_agg(i::text, ' ' order by i) from analytics.i), (select string_agg(concat(n, dbt_valid_to is null), ' ' order by n) from analytics.h))
        """;

    [TestCase(3)]
    [TestCase(6)]
    [TestCase(9)]
    [TestCase(12)]
    public async Task Another_run_finds_everything_as_it_was_or_as_it_is_to_be(int exchange)
    {
        await using TestProject project = await TestProject.CreateAsync();
        await using CountingProxy proxy = CountingProxy.To(project.Database);
        Write(project, 1);
        Assert.That((await project.RunAsync("build")).ExitCode, Is.Zero);
        string? before = await project.ValueAsync(Content);
        Write(project, 2);
        proxy.Spoil(new Fault.Stall(exchange));
        using Process process = ProcessRun.Start(project, "build", ProcessRun.Through(project, proxy));
        await proxy.Struck.WaitAsync(TestDatabase.Patience);
        process.Kill();
        await process.WaitForExitAsync();
        await project.Database.UntilGoneAsync();

        string[] now = (await project.ValueAsync(Content) ?? "").Split(" | ");
        string[] was = (before ?? "").Split(" | ");
        string[] shallBe = ["(1,1) (2,2)", "2", "2", "(1,2) (2,2)", "1f 2t"];
        Assert.That(now.Select((text, i) => text == was[i] || text == shallBe[i]), Is.All.True, string.Join(" | ", now));
        Assert.That(await project.ColumnAsync("select relname from pg_class where relname like '%\\_\\_dbt\\_tmp%'"), Is.Empty);
        foreach (string artifact in new[] { "manifest.json", "run_results.json" })
        {
            Assert.That(JsonDocument.Parse(project.Read($"target/{artifact}")).RootElement.TryGetProperty("metadata", out _), Is.True);
        }

        CommandRun again = await project.RunAsync("build");
        Assert.That(again.ExitCode, Is.Zero, again.Text);
        Assert.That(await project.ValueAsync(Content), Is.EqualTo(string.Join(" | ", shallBe)));
    }

    private static void Write(TestProject project, int version) => project
        .With("seeds/s.csv", version == 1 ? "id,n\n1,1\n" : "id,n\n1,1\n2,2\n")
        .With("models/t.sql", $"{{{{ config(materialized='table', indexes=[{{'columns': ['t']}}]) }}}}select {version} as t")
        .With("models/v.sql", $"select {version} as v")
        .With("models/i.sql", $"{{{{ config(materialized='incremental', unique_key='id') }}}}select g as id, {version} as n from generate_series(1, 2) g")
        .With("snapshots/h.sql", $"{{% snapshot h %}}{{{{ config(unique_key='id', strategy='check', check_cols=['n']) }}}}select 1 as id, {version} as n{{% endsnapshot %}}");
}
