using System.Text;
using Deck.Models.Engine.Execution;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Sessions;

/// <summary>Rows streamed into a table.</summary>
public sealed class CopyTests
{
    private const string Statement = "copy t (a, b) from stdin (format csv)";

    private TestDatabase database = null!;

    [OneTimeSetUp]
    public async Task CreateDatabase() => database = await PostgresFixture.CreateDatabaseAsync();

    [OneTimeTearDown]
    public async Task DropDatabase() => await database.DisposeAsync();

    [Test]
    public async Task Quotes_line_breaks_and_nulls_arrive()
    {
        await using IDatabaseSession session = await OpenSessionAsync("create temp table t (a int, b text)");

        long rows = await session.CopyAsync(Statement, (target, _) => WriteAsync(target, "1,\"say \"\"hi\"\"\nthere, 🙂\"\n2,\n3,\"\"\n4,é", 4), CancellationToken.None);

        Assert.That(rows, Is.EqualTo(4));
        Assert.That(session.Query("select b from t order by a", CancellationToken.None).Rows.Select(r => r[0]), Is.EqualTo(new[] { "say \"hi\"\nthere, 🙂", null, "", "é" }));
    }

    [Test]
    public async Task A_row_that_does_not_fit_leaves_no_rows_and_a_usable_session()
    {
        await using IDatabaseSession session = await OpenSessionAsync("create temp table t (a int, b text)");

        DatabaseException? thrown = null;
        try
        {
            await session.CopyAsync(Statement, (target, _) => WriteAsync(target, "1,x\nnope,y\n", 2), CancellationToken.None);
        }
        catch (DatabaseException failure)
        {
            thrown = failure;
        }

        Assert.That(thrown?.Error.SqlState, Is.EqualTo("22P02"));
        Assert.That(thrown?.Error.Where, Does.Contain("line 2"));
        Assert.That(session.Query("select count(*) from t", CancellationToken.None).Rows.Single()[0], Is.EqualTo("0"));
    }

    [Test]
    public async Task A_writer_that_fails_ends_the_copy_without_rows()
    {
        await using IDatabaseSession session = await OpenSessionAsync("create temp table t (a int, b text)");

        bool thrown = false;
        try
        {
            await session.CopyAsync(Statement, (_, _) => throw new IOException("the file is gone"), CancellationToken.None);
        }
        catch (IOException)
        {
            thrown = true;
        }

        Assert.That(thrown, Is.True);
        Assert.That(session.Query("select count(*) from t", CancellationToken.None).Rows.Single()[0], Is.EqualTo("0"));
    }

    private async Task<IDatabaseSession> OpenSessionAsync(string setup)
    {
        IDatabaseSession session = await database.OpenSessionAsync();
        session.Query(setup, CancellationToken.None);
        return session;
    }

    private static async Task<long> WriteAsync(Stream target, string text, long rows)
    {
        await target.WriteAsync(Encoding.UTF8.GetBytes(text));
        return rows;
    }
}
