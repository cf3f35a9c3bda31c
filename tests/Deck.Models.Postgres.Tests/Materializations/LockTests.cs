using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>What waits for what: readers, builds of one relation, and exchanges that share views.</summary>
public sealed class LockTests
{
    private static readonly (string, string) A = ("a", "{{ config(materialized='table') }}select 1 as id");
    private static readonly (string, string) B = ("b", "{{ config(materialized='table') }}select 2 as id");

    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase() => project = new BuiltProject(await PostgresFixture.CreateDatabaseAsync());

    [TearDown]
    public async Task DropDatabase() => await project.Database.DisposeAsync();

    [Test]
    public async Task A_long_reader_keeps_neither_other_readers_nor_other_models_waiting()
    {
        await project.BuildAsync(A, B);
        await using IDatabaseSession reader = await BeginAsync("select * from app.a");

        Task<RunResult> build = project.RunAsync(A, B);
        string said = await project.NextWordAsync();

        Assert.That(said, Does.Match(@"^a waits for process \d+ \(.*, since ..:..:..\)$"));
        for (int i = 0; i < 10; i++)
        {
            Assert.That(await project.AskAsync("set statement_timeout = '1min'", "select count(*) from app.a, pg_sleep(0.05)"), Is.EqualTo("1"));
        }

        Assert.That(build.IsCompleted, Is.False);
        await EndAsync(reader);
        Assert.That((await build).Succeeded, Is.True);
    }

    [Test]
    public async Task A_long_reader_of_a_view_keeps_no_other_readers_waiting()
    {
        (string, string) view = ("v", "select 1 as id");
        await project.BuildAsync(view);
        await using IDatabaseSession reader = await BeginAsync("select * from app.v");

        Task<RunResult> build = project.RunAsync(view);

        Assert.That(await project.NextWordAsync(), Does.StartWith("v waits for process "));
        Assert.That(await project.AskAsync("set statement_timeout = '1min'", "select count(*) from app.v"), Is.EqualTo("1"));
        await EndAsync(reader);
        Assert.That((await build).Succeeded, Is.True);
    }

    [Test]
    public async Task A_lock_timeout_of_the_users_own_bounds_the_waiting()
    {
        await project.BuildAsync(A);
        await project.Database.RunAsync($"alter database {project.Database.Name} set lock_timeout = '800ms'");
        await using IDatabaseSession reader = await BeginAsync("select * from app.a");
        project.Over = Fresh();

        Assert.That(await project.FailAsync(A), Does.StartWith("DECK0652 canceling statement due to lock timeout"));
    }

    [Test]
    public async Task Two_builds_of_one_relation_go_one_after_the_other_and_the_holder_is_named()
    {
        await project.BuildAsync(A);
        (string, string) slow = ("a", "{{ config(materialized='table') }}select 3 as id, pg_advisory_lock_shared(77)::text as held");
        await using IDatabaseSession gate = await BeginAsync("select pg_advisory_lock(77)");
        BuiltProject other = new(project.Database);

        Task<RunResult> first = project.RunAsync(slow);
        await project.Database.UntilAsync("wait_event = 'advisory'", first);
        Task<RunResult> second = other.RunAsync(A);
        string said = await other.NextWordAsync();
        await gate.ExecuteAsync(SqlBatch.Separate(SqlStatement.Of("select pg_advisory_unlock(77)")), CancellationToken.None);

        Assert.Multiple(async () =>
        {
            Assert.That(said, Does.Match(@"^a waits for process \d+ \(.*, since ..:..:..\)$"));
            Assert.That((await first).Succeeded && (await second).Succeeded, Is.True);
            Assert.That(await project.AskAsync("select * from app.a"), Is.EqualTo("1"));
        });
    }

    [Test]
    public async Task A_materialization_in_Jinja_has_its_turn_too()
    {
        (string, string) macro = ("macros/m.sql", """
            {% materialization counted, default %}
              {% set target = this.incorporate(type='table') %}
              {% call statement('main') %}create table if not exists {{ target }} (n int); insert into {{ target }} select count(*) from {{ target }} {{ sql }}{% endcall %}
              {% do adapter.commit() %}
              {{ return({'relations': [target]}) }}
            {% endmaterialization %}
            """);
        (string, string) slow = ("a", "{{ config(materialized='counted') }}cross join (select pg_advisory_lock_shared(79)) held");
        await using IDatabaseSession gate = await BeginAsync("select pg_advisory_lock(79)");
        BuiltProject other = new(project.Database);

        Task<RunResult> first = project.RunAsync(macro, slow);
        await project.Database.UntilAsync("wait_event = 'advisory'", first);
        Task<RunResult> second = other.RunAsync(macro, ("a", "{{ config(materialized='counted') }}where true"));
        string said = await other.NextWordAsync();
        await gate.ExecuteAsync(SqlBatch.Separate(SqlStatement.Of("select pg_advisory_unlock(79)")), CancellationToken.None);

        Assert.That(said, Does.StartWith("a waits for process "));
        Assert.That(((await first).Succeeded, (await second).Succeeded), Is.EqualTo((true, true)));
        Assert.That(await project.AskAsync("select * from app.a order by n"), Is.EqualTo("0; 1"));
    }

    [Test]
    public async Task Exchanges_that_share_no_view_do_not_wait_for_each_other()
    {
        await project.BuildAsync(A, B);
        await project.Database.RunAsync("create view app.on_a as select * from app.a", "create view app.on_b as select * from app.b");
        (string, string) held = ("a", "{{ config(materialized='table', post_hook='select pg_advisory_lock_shared(78)') }}select 1 as id");
        await using IDatabaseSession gate = await BeginAsync("select pg_advisory_lock(78)");

        Task<RunResult> first = project.RunAsync(held);
        await project.Database.UntilAsync("wait_event = 'advisory'", first);
        RunResult second = await new BuiltProject(project.Database).RunAsync(B);

        Assert.That((second.Succeeded, first.IsCompleted), Is.EqualTo((true, false)));
        await gate.ExecuteAsync(SqlBatch.Separate(SqlStatement.Of("select pg_advisory_unlock(78)")), CancellationToken.None);
        Assert.That((await first).Succeeded, Is.True);
    }

    [Test]
    public async Task Exchanges_under_one_view_go_one_after_the_other()
    {
        string[] names = ["t1", "t2", "t3", "t4", "t5", "t6"];
        (string, string)[] tables = [.. names.Select(n => (n, "{{ config(materialized='table') }}select 1 as id"))];
        await project.BuildAsync(tables);
        await project.Database.RunAsync(
            $"create view app.pair as select t1.id from app.t1, app.t2", $"create view app.top as select p.id from app.pair p, {string.Join(", ", names[2..].Select(n => $"app.{n}"))}");

        for (int i = 0; i < 5; i++)
        {
            await project.BuildAsync(tables);
        }

        Assert.That(await project.AskAsync("select * from app.top"), Is.EqualTo("1"));
    }

    private PostgresDatabase Fresh() => PostgresDatabase.Create(project.Database.Profile, project.Database.Endpoint, TimeProvider.System);

    private async Task<IDatabaseSession> BeginAsync(string query)
    {
        IDatabaseSession session = await project.Database.OpenSessionAsync();
        await session.ExecuteAsync(new SqlBatch([SqlStatement.Of(query)], BatchExtent.Begin), CancellationToken.None);
        return session;
    }

    private static async Task EndAsync(IDatabaseSession session) => await session.ExecuteAsync(new SqlBatch([SqlStatement.Of("select 1")], BatchExtent.End), CancellationToken.None);
}
