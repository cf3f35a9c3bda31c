using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Resolution;
using Deck.Models.Postgres.Catalogs;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Catalogs;

/// <summary>What exists, what depends on it, and what a role may do with it.</summary>
public sealed class CatalogTests
{
    private TestDatabase database = null!;
    private IDatabaseSession session = null!;

    [SetUp]
    public async Task OpenSession()
    {
        database = await PostgresFixture.CreateDatabaseAsync();
        session = await database.OpenSessionAsync();
    }

    [TearDown]
    public async Task DropDatabase()
    {
        await session.DisposeAsync();
        await database.DisposeAsync();
    }

    [Test]
    public async Task Relations_of_every_kind_are_read_from_the_schemas_asked_for()
    {
        await database.RunAsync(
            "create schema one", "create schema empty", "create schema other",
            "create table one.t (a int primary key)", "create view one.v as select a from one.t", "create materialized view one.m as select a from one.t",
            "create table one.p (a int) partition by range (a)", "create sequence one.s", "create type one.c as (a int)", "create table other.x (a int)");

        Catalog catalog = await session.ReadCatalogAsync(["one", "empty", "missing"], CancellationToken.None);

        Assert.That(catalog.Relations.OrderBy(r => r.Identifier, StringComparer.Ordinal), Is.EqualTo(new[]
        {
            new ExistingRelation("one", "m", RelationKind.MaterializedView),
            new ExistingRelation("one", "p", RelationKind.PartitionedTable),
            new ExistingRelation("one", "t", RelationKind.Table),
            new ExistingRelation("one", "v", RelationKind.View),
        }));
        Assert.That(new[] { "one", "empty", "missing", "other" }.Select(catalog.HasSchema), Is.EqualTo(new[] { true, true, false, false }));
    }

    [Test]
    public async Task Names_with_quotes_commas_and_capitals_are_found_as_they_are()
    {
        const string Odd = "Odd, \"name\" {\\}";
        RelationName name = new(null, Odd, "Say 'hi'");
        await database.RunAsync($"create schema {RelationName.Quote(Odd)}", $"create table {name.Quoted} (a int)");

        Catalog catalog = await session.ReadCatalogAsync([Odd], CancellationToken.None);

        Assert.That(catalog.TryFind(name, out ExistingRelation? found), Is.True);
        Assert.That(found?.Kind, Is.EqualTo(RelationKind.Table));
        Assert.That(catalog.TryFind(name.WithIdentifier("say 'hi'"), out _), Is.False);
    }

    [Test]
    public async Task No_schemas_give_an_empty_catalog()
    {
        Catalog catalog = await session.ReadCatalogAsync([], CancellationToken.None);

        Assert.That(catalog.Relations, Is.Empty);
    }

    [Test]
    public async Task A_role_without_rights_is_refused_with_the_server_s_words_and_its_session_goes_on()
    {
        string role = $"{database.Name}_r";
        await database.RunAsync("create schema closed", "create table closed.t (a int)", $"create role {role}");
        try
        {
            session.Query($"set role {role}", CancellationToken.None);

            DatabaseError read = Fail("select a from closed.t");
            DatabaseError make = Fail("create schema mine");

            Assert.That((read.SqlState, read.Connection, read.IsTransient), Is.EqualTo(("42501", (ConnectionFailure?)null, false)));
            Assert.That(read.Message, Is.EqualTo("permission denied for schema closed"));
            Assert.That(make.Message, Is.EqualTo($"permission denied for database {database.Name}"));
            Catalog seen = await session.ReadCatalogAsync(["closed"], CancellationToken.None);
            Assert.That(seen.TryFind(new RelationName(null, "closed", "t"), out _), Is.True, "the catalog is open to everybody");
        }
        finally
        {
            session.Query("reset role", CancellationToken.None);
            await database.RunAsync($"drop role {role}");
        }
    }

    private DatabaseError Fail(string sql) => Assert.Throws<DatabaseException>(() => session.Query(sql, CancellationToken.None))!.Error;
}
