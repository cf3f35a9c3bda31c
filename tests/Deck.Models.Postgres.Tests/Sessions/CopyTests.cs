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
    public async Task Quotes_line_breaks_and_nulls_arrive_and_the_records_are_counted()
    {
        await using IDatabaseSession session = await OpenSessionAsync("create temp table t (a int, b text)");

        long rows = await session.CopyAsync(Statement, (writer, _) => writer.WriteAsync("1,\"say \"\"hi\"\"\nthere, 🙂\"\n2,\n3,\"\"\n4,é"), CancellationToken.None);

        Assert.That(rows, Is.EqualTo(4));
        Assert.That(session.Query("select b from t order by a", CancellationToken.None).Rows.Select(r => r[0]), Is.EqualTo(new[] { "say \"hi\"\nthere, 🙂", null, "", "é" }));
    }

    [TestCase("")]
    [TestCase("a")]
    [TestCase("a\nb\n")]
    [TestCase("a\r\nb\r\n")]
    [TestCase("a\rb")]
    [TestCase("\n\n")]
    [TestCase("\"x\ny\"\n\"\"\n\"a\"\"\nb\"")]
    [TestCase("\"\r\n\"\r\nlast")]
    public async Task The_count_is_the_server_s_however_the_text_arrives(string csv)
    {
        await using IDatabaseSession session = await OpenSessionAsync("create temp table lines (a text)");

        long whole = await session.CopyAsync("copy lines from stdin (format csv)", (writer, _) => writer.WriteAsync(csv), CancellationToken.None);
        long single = await session.CopyAsync("copy lines from stdin (format csv)", async (writer, _) => await WriteSinglyAsync(writer, csv), CancellationToken.None);

        Assert.That(session.Query("select count(*) from lines", CancellationToken.None).Rows.Single()[0], Is.EqualTo($"{whole + single}"));
        Assert.That(single, Is.EqualTo(whole));
    }

    [Test]
    public async Task A_row_that_does_not_fit_leaves_no_rows_and_a_usable_session()
    {
        await using IDatabaseSession session = await OpenSessionAsync("create temp table t (a int, b text)");

        DatabaseException? thrown = null;
        try
        {
            await session.CopyAsync(Statement, (writer, _) => writer.WriteAsync("1,x\nnope,y\n"), CancellationToken.None);
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
            await session.CopyAsync(Statement, (writer, _) => throw new IOException("the file is gone"), CancellationToken.None);
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

    private static async Task WriteSinglyAsync(TextWriter writer, string text)
    {
        foreach (char c in text)
        {
            await writer.WriteAsync(c);
        }
    }
}
