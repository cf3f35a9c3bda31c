using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Postgres.Tests.Materializations;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>The profile's `role` through a pooler: it holds in every transaction, and in none that another client may begin on the same server process.</summary>
public sealed class PooledRoleTests
{
    private TestDatabase database = null!;
    private CountingProxy proxy = null!;
    private PostgresDatabase pooled = null!;
    private BuiltProject project = null!;
    private string role = "";

    [SetUp]
    public async Task CreateDatabase()
    {
        database = await PostgresFixture.CreateDatabaseAsync();
        role = $"Owner of {database.Name}";
        await database.RunAsync(
            $"create role \"{role}\"", $"grant \"{role}\" to current_user", $"grant create on database \"{database.Name}\" to \"{role}\"",
            "create table public.log (who text)", "grant insert on public.log to public");
        proxy = CountingProxy.To(database);
        proxy.HidesProcesses = true;
        pooled = database.Through(proxy, role: role);
        project = new BuiltProject(database) { Over = pooled };
    }

    [TearDown]
    public async Task DropDatabase()
    {
        await pooled.DisposeAsync();
        await proxy.DisposeAsync();
        await database.RunAsync($"drop owned by \"{role}\" cascade", $"drop role \"{role}\"");
        await database.DisposeAsync();
    }

    [Test]
    public async Task Everything_that_is_built_is_the_roles()
    {
        (string, string)[] files =
        [
            ("w1", "select 1 as id"),
            ("w2", "select 2 as id"),
            ("v", "select {{ function('f') }}() as n"),
            ("t", "{{ config(materialized='table', indexes=[{'columns': ['id']}], contract={'enforced': true}) }}select 1 as id"),
            ("models/t.yml", "models: [{name: t, columns: [{name: id, data_type: int, data_tests: [unique, not_null]}]}]"),
            ("i", "{{ config(materialized='incremental', unique_key='id', on_schema_change='append_new_columns') }}select {{ 'count(*)' if is_incremental() else 1 }} as id from {{ ref('t') }}"),
            ("m", "{{ config(materialized='materialized_view') }}select * from {{ ref('t') }}"),
            ("q", "select {{ run_query('select current_user').columns[0].values()[0] | length if execute else 0 }} as n"),
            ("seeds/s.csv", "id\n1\n"),
            ("functions/f.sql", "select 1"),
            ("functions/f.yml", "functions: [{name: f, returns: {data_type: int}}]"),
            ("snapshots/h.sql", "{% snapshot h %}{{ config(unique_key='id', strategy='check', check_cols='all') }}select * from {{ ref('s') }}{% endsnapshot %}"),
            ("tests/k.sql", "{{ config(store_failures=true, schema=none) }}select 1 as id where false"),
        ];
        await project.BuildAsync(files);
        await project.BuildAsync(files);

        Assert.That(await project.AskAsync("select string_agg(distinct relowner::regrole::text, ', ') from pg_class where relnamespace = 'app'::regnamespace"), Is.EqualTo($"\"{role}\""));
        Assert.That(await project.AskAsync("select proowner::regrole from pg_proc where proname = 'f'"), Is.EqualTo($"\"{role}\""));
        Assert.That(await project.AskAsync("select n from app.q"), Is.EqualTo($"{role.Length}"));
    }

    [Test]
    public async Task What_the_session_keeps_is_the_users_own_role()
    {
        await project.BuildAsync(("a", """
            {{ config(post_hook=[{'sql': 'insert into public.log values (current_user)', 'transaction': false}, {'sql': 'rollback; insert into public.log values (current_user)', 'transaction': false}]) }}select 1 as id
            """));

        Assert.That(await project.AskAsync("select string_agg(case who when current_user then 'the user' else who end, ', ') from log"), Is.EqualTo($"{role}, the user"));
    }

    [TestCase("vacuum public.log", "VACUUM cannot run inside a transaction block")]
    [TestCase("do $$ begin commit; end $$", "invalid transaction termination")]
    public async Task What_cannot_run_in_a_transaction_is_refused_with_a_way_on(string hook, string expected)
    {
        string told = await project.FailAsync(("a", $"{{{{ config(post_hook={{'sql': '{hook}', 'transaction': false}}) }}}}select 1 as id"));

        Assert.That(told, Does.Contain(expected).And.Contain("`alter role … set role = …`"));
    }

    [Test]
    public async Task Without_a_pooler_the_session_has_it()
    {
        proxy.HidesProcesses = false;
        await project.BuildAsync(("a", "{{ config(post_hook={'sql': 'vacuum app.own', 'transaction': false}, pre_hook='create table if not exists app.own (n int)') }}select 1 as id"));

        Assert.That(await project.AskAsync("select relowner::regrole from pg_class where oid = 'app.own'::regclass"), Is.EqualTo($"\"{role}\""));
    }

    [Test]
    public async Task A_statement_takes_one_exchange_with_its_role([Values] bool isPooled)
    {
        proxy.HidesProcesses = isPooled;
        proxy.Take();
        await using IDatabaseSession session = await pooled.OpenSessionAsync(CancellationToken.None);
        QueryResult who = session.Query("select current_user", CancellationToken.None);

        Assert.That(who.Rows[0][0], Is.EqualTo(role));
        Assert.That(proxy.Take(), Is.EqualTo(2));
    }
}
