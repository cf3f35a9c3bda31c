using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Sessions;

/// <summary>Statements, results and transactions of a session on a real server.</summary>
public sealed class SessionTests
{
    private TestDatabase database = null!;
    private IDatabaseSession session = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase() => database = await PostgresFixture.CreateDatabaseAsync();

    [OneTimeTearDown]
    public async Task DropDatabase() => await database.DisposeAsync();

    [SetUp]
    public async Task OpenSession() => session = await database.OpenSessionAsync();

    [TearDown]
    public async Task CloseSession() => await session.DisposeAsync();

    [Test]
    public async Task Values_come_as_PostgreSQL_writes_them()
    {
        QueryResult result = await OneAsync(
            "select 1::int4 as n, 1.50::numeric as d, true as b, '{a,\"b c\"}'::text[] as l, null::text as x, date '2024-01-02' as day, '{\"a\": 1}'::jsonb as j, 'NaN'::float8 as f");

        Assert.That(result.Rows.Single(), Is.EqualTo(new[] { "1", "1.50", "t", "{a,\"b c\"}", null, "2024-01-02", "{\"a\": 1}", "NaN" }));
        Assert.That(result.Columns.Select(c => $"{c.Name} {c.TypeName}"), Is.EqualTo(new[] { "n int4", "d numeric", "b bool", "l _text", "x text", "day date", "j jsonb", "f float8" }));
    }

    [Test]
    public async Task Types_of_the_database_are_named()
    {
        await database.RunAsync("create type mood as enum ('sad', 'glad')", "create domain positive as int check (value > 0)");

        QueryResult result = await OneAsync("select 'glad'::mood as m, array['sad']::mood[] as l, row(1, 'a') as r");

        Assert.That(result.Rows.Single(), Is.EqualTo(new[] { "glad", "{sad}", "(1,a)" }));
        Assert.That(result.Columns.Select(c => c.TypeName), Is.EqualTo(new[] { "mood", "_mood", "record" }));
        Assert.That(session.Query("select 'sad'::mood", CancellationToken.None).Columns.Single().TypeName, Is.EqualTo("mood"));
    }

    [Test]
    public async Task Results_come_in_statement_order_with_their_tags()
    {
        IReadOnlyList<QueryResult> results = await session.ExecuteAsync(
            SqlBatch.Atomic(
                SqlStatement.Of("create table ordered (a int)"),
                SqlStatement.Of("insert into ordered values (1), (2)"),
                SqlStatement.Of("select a from ordered order by a"),
                SqlStatement.Of("update ordered set a = 3 where a = $1::int returning a", "2"),
                SqlStatement.Of("create view ordered_view as select * from ordered"),
                SqlStatement.Of("create table ordered_copy as select * from ordered"),
                SqlStatement.Of("drop view ordered_view"),
                SqlStatement.Of("select a from ordered where false")),
            CancellationToken.None);

        Assert.That(results.Select(r => r.CommandTag), Is.EqualTo(new[] { "CREATE TABLE", "INSERT 0 2", "SELECT 2", "UPDATE 1", "CREATE VIEW", "SELECT 2", "DROP VIEW", "SELECT 0" }));
        Assert.That(results.Select(r => r.Rows.Count), Is.EqualTo(new[] { 0, 0, 2, 1, 0, 0, 0, 0 }));
        Assert.That(results[3].Rows.Single(), Is.EqualTo(new[] { "3" }));
        Assert.That(results[1].RowsAffected, Is.EqualTo(2));
    }

    [Test]
    public async Task An_atomic_batch_that_fails_leaves_nothing_and_a_usable_session()
    {
        DatabaseError error = await FailAsync(SqlBatch.Atomic(SqlStatement.Of("create table gone (a int)"), SqlStatement.Of("select 1/0"), SqlStatement.Of("select 1")));

        Assert.That((error.SqlState, error.StatementIndex, error.Statement), Is.EqualTo(("22012", 1, "select 1/0")));
        Assert.That((await OneAsync("select to_regclass('gone')")).Rows.Single()[0], Is.Null);
    }

    [Test]
    public async Task Separate_statements_commit_one_by_one_and_stop_at_the_first_that_fails()
    {
        DatabaseError error = await FailAsync(SqlBatch.Separate(SqlStatement.Of("create table kept (a int)"), SqlStatement.Of("select 1/0"), SqlStatement.Of("create table not_reached (a int)")));

        Assert.That(error.StatementIndex, Is.EqualTo(1));
        Assert.That((await OneAsync("select to_regclass('kept'), to_regclass('not_reached')")).Rows.Single(), Is.EqualTo(new[] { "kept", null }));
    }

    [Test]
    public async Task A_statement_may_hold_several_and_gives_the_last_result()
    {
        Assert.That((await OneAsync("select 1; select 'a;b' as c; -- done;")).Rows.Single(), Is.EqualTo(new[] { "a;b" }));
        Assert.That(session.Query("create temp table s (a int); insert into s values (7); select a from s", CancellationToken.None).Rows.Single(), Is.EqualTo(new[] { "7" }));
        Assert.That((await OneAsync("-- nothing")).CommandTag, Is.Empty);
    }

    [Test]
    public async Task The_place_of_a_mistake_counts_in_UTF16_from_the_statement_as_written()
    {
        const string Sql = "select 1; select '🙂é', nope from (select 1) as x";

        DatabaseError error = await FailAsync(SqlBatch.Separate(SqlStatement.Of(Sql)));

        Assert.That(error.SqlState, Is.EqualTo("42703"));
        Assert.That(error.Position, Is.EqualTo(Sql.IndexOf("nope", StringComparison.Ordinal)));
        DatabaseException thrown = Assert.Throws<DatabaseException>(() => session.Query(Sql, CancellationToken.None));
        Assert.That(thrown.Error.Position, Is.EqualTo(error.Position));
    }

    [Test]
    public async Task The_fields_of_an_error_are_kept()
    {
        await database.RunAsync("create table once (id int constraint only_once unique)", "insert into once values (1)");

        DatabaseError error = await FailAsync(SqlBatch.Separate(SqlStatement.Of("insert into once values (1)")));

        Assert.That((error.SqlState, error.Schema, error.Table, error.Constraint), Is.EqualTo(("23505", "public", "once", "only_once")));
        Assert.That(error.Detail, Does.Contain("(id)=(1)"));
        Assert.That((error.IsTransient, error.Connection), Is.EqualTo((false, (ConnectionFailure?)null)));
    }

    [Test]
    public async Task A_block_that_the_caller_opens_is_joined()
    {
        session.Query("begin", CancellationToken.None);
        await session.ExecuteAsync(SqlBatch.Atomic(SqlStatement.Of("create table joined (a int)"), SqlStatement.Of("insert into joined values (1)")), CancellationToken.None);
        session.Query("rollback", CancellationToken.None);

        Assert.That((await OneAsync("select to_regclass('joined')")).Rows.Single()[0], Is.Null);
    }

    [Test]
    public async Task Cancelling_stops_the_statement_in_the_server_and_leaves_the_session_usable()
    {
        await CancelAsync(token => session.ExecuteAsync(SqlBatch.Atomic(SqlStatement.Of("select 1"), SqlStatement.Of("select pg_sleep(600)")), token));
        await CancelAsync(token => Task.Run(() => session.Query("select pg_sleep(600)", token), CancellationToken.None));

        Assert.That((await OneAsync("select 1")).Rows.Single(), Is.EqualTo(new[] { "1" }));
        IReadOnlyList<string?[]> busy = await database.RunAsync("select count(*) from pg_stat_activity where datname = current_database() and query like '%pg_sleep%' and state = 'active' and pid <> pg_backend_pid()");
        Assert.That(busy.Single(), Is.EqualTo(new[] { "0" }));
    }

    [Test]
    public async Task A_lost_connection_is_transient()
    {
        await database.EndSessionsAsync($"pid = {session.ProcessId}");

        DatabaseError error = await FailAsync(SqlBatch.Separate(SqlStatement.Of("select 1")));
        DatabaseError afterwards = await FailAsync(SqlBatch.Separate(SqlStatement.Of("select 1")));

        Assert.That((error.IsTransient, error.Connection), Is.EqualTo((true, (ConnectionFailure?)ConnectionFailure.Lost)));
        Assert.That(afterwards.Connection, Is.EqualTo(ConnectionFailure.Lost));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_cancel_that_arrives_before_its_statement_is_sent_again(bool isQuery)
    {
        await using CountingProxy proxy = CountingProxy.To(database);
        await using PostgresDatabase over = database.Through(proxy);
        await using IDatabaseSession cancelled = await over.OpenSessionAsync(CancellationToken.None);
        using CancellationTokenSource cancel = new();
        proxy.Spoil(new Fault.Meanwhile(1, cancel.CancelAsync));

        await Assert.CatchAsync<OperationCanceledException>(() => isQuery
            ? Task.Run(() => cancelled.Query("select pg_sleep(600)", cancel.Token), CancellationToken.None)
            : cancelled.ExecuteAsync(SqlBatch.Separate(SqlStatement.Of("select pg_sleep(600)")), cancel.Token));
        Assert.That(cancelled.Query("select 1", CancellationToken.None).Rows, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_rollback_that_a_late_cancel_hits_leaves_no_transaction_open()
    {
        await using CountingProxy proxy = CountingProxy.To(database);
        await using PostgresDatabase over = database.Through(proxy);
        await using IDatabaseSession cancelled = await over.OpenSessionAsync(CancellationToken.None);
        await cancelled.ExecuteAsync(new SqlBatch([SqlStatement.Of("create table undone (a int)")], BatchExtent.Begin), CancellationToken.None);
        proxy.Spoil(new Fault.Refuse(2, "57014", "canceling statement due to user request"));
        await Assert.CatchAsync<DatabaseException>(() => cancelled.ExecuteAsync(new SqlBatch([SqlStatement.Of("select 1/0")], BatchExtent.End), CancellationToken.None));
        await proxy.Struck;

        Assert.That((await database.RunAsync("create table undone (a int)", "select count(*) from undone"))[0][0], Is.EqualTo("0"));
    }

    [Test]
    public async Task A_copy_in_a_batch_is_refused_as_an_error()
    {
        DatabaseError error = await FailAsync(SqlBatch.Separate(SqlStatement.Of("copy (select 1) to stdout")));

        Assert.That(error.SqlState, Is.EqualTo("0A000"));
    }

    [TestCase(false, "/* who asks */\nselect query from pg_stat_activity where pid = pg_backend_pid()")]
    [TestCase(true, "select query from pg_stat_activity where pid = pg_backend_pid()\n/* who asks */")]
    public async Task A_comment_travels_with_every_statement_and_moves_no_error(bool append, string expected)
    {
        const string Sql = "select 1;\nselect nothing_there";
        DatabaseError plain = await FailAsync(SqlBatch.Separate(SqlStatement.Of(Sql)));
        session.Annotate(new QueryComment("who asks", append));

        Assert.That((await OneAsync("select query from pg_stat_activity where pid = pg_backend_pid() -- me")).Rows.Single()[0], Is.EqualTo(expected));
        Assert.That(session.Query("select query from pg_stat_activity where pid = pg_backend_pid();", CancellationToken.None).Rows.Single()[0], Is.EqualTo(expected));
        Assert.That((await OneAsync("create temporary table commented (a int)")).CommandTag, Is.EqualTo("CREATE TABLE"));
        DatabaseError commented = await FailAsync(SqlBatch.Separate(SqlStatement.Of(Sql)));
        Assert.That((commented.Position, commented.Statement), Is.EqualTo((plain.Position, plain.Statement)));
        Assert.That(commented.Position, Is.EqualTo(Sql.IndexOf("nothing_there", StringComparison.Ordinal)));
    }

    [Test]
    public async Task A_transaction_of_several_batches_is_undone_as_a_whole()
    {
        SqlStatement create = SqlStatement.Of("create table halfway (a int)");
        await session.ExecuteAsync(new SqlBatch([create], BatchExtent.Begin), CancellationToken.None);
        await session.ExecuteAsync(new SqlBatch([SqlStatement.Of("insert into halfway values (1)")], BatchExtent.Continue), CancellationToken.None);
        await FailAsync(new SqlBatch([SqlStatement.Of("select 1/0")], BatchExtent.End));
        Assert.That((await OneAsync("select to_regclass('halfway')")).Rows.Single()[0], Is.Null);

        await session.ExecuteAsync(new SqlBatch([create], BatchExtent.Begin), CancellationToken.None);
        await session.ExecuteAsync(new SqlBatch([SqlStatement.Of("insert into halfway values (1)")], BatchExtent.End), CancellationToken.None);
        Assert.That((await database.RunAsync("select a from halfway"))[0][0], Is.EqualTo("1"));
    }

    /// <summary>Cancels a call that sleeps in the server.</summary>
    private async Task CancelAsync(Func<CancellationToken, Task> call)
    {
        using CancellationTokenSource cancel = new();
        Task calling = call(cancel.Token);
        await database.UntilAsync($"pid = {session.ProcessId} and wait_event = 'PgSleep'", calling);
        await cancel.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => calling);
    }

    private async Task<QueryResult> OneAsync(string sql) => (await session.ExecuteAsync(SqlBatch.Separate(SqlStatement.Of(sql)), CancellationToken.None)).Single();

    private async Task<DatabaseError> FailAsync(SqlBatch batch)
    {
        DatabaseException? thrown = null;
        try
        {
            await session.ExecuteAsync(batch, CancellationToken.None);
        }
        catch (DatabaseException failure)
        {
            thrown = failure;
        }

        Assert.That(thrown, Is.Not.Null, "the batch should fail");
        return thrown!.Error;
    }
}
