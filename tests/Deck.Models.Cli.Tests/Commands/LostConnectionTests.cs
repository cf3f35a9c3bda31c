using Deck.Models.Testing;
using Deck.Models.Testing.Databases;

namespace Deck.Models.Cli.Tests.Commands;

/// <summary>The connection is lost at every exchange of a command, in every way: the command does it again, or `retry` does the rest.</summary>
[TestFixture]
internal sealed class LostConnectionTests
{
    private const string Properties = """
        sources:
          - name: raw
            config: {freshness: {warn_after: {count: 1, period: day}}, loaded_at_field: at}
            tables: [{name: first}, {name: second}]
        functions:
          - {name: twice, arguments: [{name: x, data_type: integer}], returns: {data_type: integer}}
        models:
          - name: a
            columns: [{name: id, data_tests: [unique, not_null, accepted_values: {values: [1, 2]}]}]
        unit_tests:
          - {name: doubled, model: b, given: [{input: ref('a'), rows: [{id: 3}]}], expect: {rows: [{n: 6}]}}
        """;

    private const string Content = """
        select concat_ws(' | ', (select string_agg(id::text, ' ' order by id) from analytics.a), (select sum(n) from analytics.b), (select count(*) from analytics.c),
          (select count(*) from analytics.s), (select count(*) from analytics.h), analytics.twice(4), to_regclass('analytics.a__dbt_tmp'))
        """;

    /// <summary>The exchange of a command that builds its first node.</summary>
    private const int FirstNode = 4;

    private TestProject project = null!;
    private CountingProxy proxy = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync(new InstantClock());
        proxy = CountingProxy.To(project.Database);
        project.With("models/a.sql", "{{ config(materialized='table') }}select 1 as id union all select 2")
            .With("models/b.sql", "select {{ function('twice') }}(id) as n from {{ ref('a') }}")
            .With("models/c.sql", "{{ config(materialized='incremental', incremental_strategy='microbatch', unique_key='id', event_time='at', batch_size='day', begin=run_started_at.strftime('%Y-%m-%d')) }}select id, timestamp '{{ (model.batch or {}).event_time_start }}' as at from {{ ref('a') }}")
            .With("models/p.yml", Properties)
            .With("functions/twice.sql", "select x * 2")
            .With("seeds/s.csv", "id\n1\n")
            .With("snapshots/h.sql", "{% snapshot h %}{{ config(unique_key='id', strategy='check', check_cols='all') }}select * from {{ ref('s') }}{% endsnapshot %}");
        await project.Database.RunAsync("create schema raw", "create table raw.first as select now() as at", "create table raw.second as select now() as at");
    }

    [TearDown]
    public async Task Drop()
    {
        await proxy.DisposeAsync();
        await project.DisposeAsync();
    }

    [TestCase("debug")]
    [TestCase("compile")]
    [TestCase("docs generate")]
    [TestCase("source freshness")]
    [TestCase("clean --database")]
    [TestCase("clone --state prod")]
    [TestCase("build")]
    public async Task The_command_does_again_what_was_lost(string command)
    {
        await RunAsync("build", "--target-path", "prod");
        Connect(retries: 1, command.StartsWith("clone", StringComparison.Ordinal) ? "mine" : "analytics");
        await EachAsync(async fault =>
        {
            await project.Database.RunAsync("drop schema if exists mine cascade", "create table if not exists analytics.a__dbt_tmp (n int)");
            CommandRun run = await DisturbAsync(fault, command.Split(' '));

            Assert.That(run.ExitCode, Is.Zero, $"{fault}: {run.Text}");
            await project.Database.RunAsync(command.StartsWith("clean", StringComparison.Ordinal) ? "select 1" : "drop table if exists analytics.a__dbt_tmp");
            Assert.That(await project.ValueAsync(Content), Is.EqualTo("1 2 | 6 | 2 | 1 | 1 | 8"), $"{fault}");
        });
    }

    [Test]
    public async Task Retry_does_the_rest()
    {
        Connect(retries: 0, "analytics");
        Directory.CreateDirectory(Path.Combine(project.Folder, "target"));
        project.With("project.yml", """
            name: shop
            version: '1.0'
            profile: shop
            on-run-start: create table if not exists raw.begun (n int)
            on-run-end: create table if not exists raw.ended (n int)
            """);
        await EachAsync(async fault =>
        {
            await project.Database.RunAsync("drop schema if exists analytics cascade", "drop table if exists raw.begun, raw.ended");
            File.Delete(Results);
            CommandRun run = await DisturbAsync(fault, "build");
            if (run.ExitCode != ExitCodes.Success)
            {
                await RunAsync(File.Exists(Results) ? "retry" : "build");
            }

            Assert.That(await project.ValueAsync(Content), Is.EqualTo("1 2 | 6 | 2 | 1 | 1 | 8"), $"{fault}: {run.Text}");
            Assert.That(await project.ValueAsync("select concat_ws(' ', to_regclass('raw.begun'), to_regclass('raw.ended'))"), Is.EqualTo("raw.begun raw.ended"), $"{fault}: {run.Text}");
        });
    }

    [Test]
    public async Task Retry_may_be_lost_again_and_again()
    {
        Connect(retries: 0, "analytics");
        await EachAsync(async fault =>
        {
            await project.Database.RunAsync("drop schema if exists analytics cascade");
            CommandRun build = await DisturbAsync(new Fault.Cut(FirstNode, CutPoint.BeforeRequest, Resets: true), "build");
            CommandRun once = await DisturbAsync(new Fault.Cut(FirstNode, CutPoint.BeforeReply, Resets: false), "retry");
            Assert.That((build.ExitCode, once.ExitCode), Is.EqualTo((ExitCodes.Failure, ExitCodes.Failure)), $"{fault}: {build.Text}{once.Text}");
            CommandRun twice = await DisturbAsync(fault, "retry");
            await RunAsync("retry");

            Assert.That(await project.ValueAsync(Content), Is.EqualTo("1 2 | 6 | 2 | 1 | 1 | 8"), $"{fault}: {build.Text}{once.Text}{twice.Text}");
        });
    }

    /// <summary>What `retry` goes by; a run that is lost before it has a plan writes none.</summary>
    private string Results => Path.Combine(project.Folder, "target/run_results.json");

    private void Connect(int retries, string schema) => project.With("profiles.yml", $"""
        shop:
          target: dev
          outputs:
            dev:
              type: postgres
              host: 127.0.0.1
              port: {proxy.Port}
              user: "{project.Database.Endpoint?.User ?? project.Database.Profile.User}"
              password: "{project.Database.Profile.Password}"
              dbname: {project.Database.Name}
              schema: {schema}
              threads: 1
              retries: {retries}
        """);

    private async Task RunAsync(params string[] command)
    {
        CommandRun run = await project.RunAsync(command);
        Assert.That(run.ExitCode, Is.Zero, run.Text);
    }

    private Task<CommandRun> DisturbAsync(Fault fault, params string[] command)
    {
        proxy.Spoil(fault);
        return project.RunAsync(command);
    }

    /// <summary>Every way to lose every exchange, until a command has no more of them.</summary>
    private async Task EachAsync(Func<Fault, Task> check)
    {
        int exchange = 0;
        do
        {
            exchange++;
            foreach (CutPoint point in Enum.GetValues<CutPoint>())
            {
                await check(new Fault.Cut(exchange, point, Resets: (exchange + (int)point) % 2 == 0));
            }
        }
        while (proxy.Struck.IsCompleted);
        Assert.That(exchange, Is.GreaterThan(1));
    }
}
