namespace Deck.Models.Cli.Tests.Commands;

/// <summary>Incremental models on real tables: what stays, what is added, what is replaced.</summary>
[TestFixture]
internal sealed class IncrementalTests
{
    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        await project.Database.RunAsync("create table public.events (id int, v text)", "insert into public.events values (1, 'one'), (2, 'two')");
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task Append_adds_what_is_new()
    {
        project.With("models/m.sql", """
            {{ config(materialized='incremental', incremental_strategy='append') }}
            select * from public.events
            {% if is_incremental() %}where id > (select max(id) from {{ this }}){% endif %}
            """);
        await Run();
        await project.Database.RunAsync("insert into public.events values (3, 'three')", "update public.events set v = 'changed' where id = 1");
        await Run();
        Assert.That(await Rows(), Is.EqualTo(new[] { "1 one", "2 two", "3 three" }));
    }

    [TestCase("delete+insert")]
    [TestCase("merge")]
    public async Task A_unique_key_replaces_rows(string strategy)
    {
        project.With("models/m.sql", $"{{{{ config(materialized='incremental', incremental_strategy='{strategy}', unique_key='id') }}}} select * from public.events");
        await Run();
        await project.Database.RunAsync("delete from public.events where id = 2", "update public.events set v = 'changed' where id = 1", "insert into public.events values (3, 'three')");
        await Run();
        Assert.That(await Rows(), Is.EqualTo(new[] { "1 changed", "2 two", "3 three" }));
    }

    [TestCase("append")]
    [TestCase("delete+insert")]
    [TestCase("merge")]
    public async Task A_full_refresh_starts_over(string strategy)
    {
        project.With("models/m.sql", $"{{{{ config(materialized='incremental', incremental_strategy='{strategy}', unique_key='id') }}}} select * from public.events");
        await Run();
        await project.Database.RunAsync("delete from public.events where id = 2", "insert into analytics.m values (9, 'stray')");
        await Run("--full-refresh");
        Assert.That(await Rows(), Is.EqualTo(new[] { "1 one" }));
    }

    private async Task Run(params string[] flags)
    {
        CommandRun run = await project.RunAsync(["run", .. flags]);
        Assert.That(run.ExitCode, Is.Zero, run.Text);
    }

    private Task<string?[]> Rows() => project.ColumnAsync("select id || ' ' || v from analytics.m order by id, v");
}
