using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>`--empty`: relations are built with their columns and without rows.</summary>
public sealed class EmptyRunTests
{
    private const string Sources = """
        version: 2
        sources:
          - name: raw
            schema: app
            tables: [{name: users}]
        """;

    private TestDatabase database = null!;
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateProject()
    {
        database = await PostgresFixture.CreateDatabaseAsync();
        await database.RunAsync("create schema app", "create table app.users as select generate_series(1, 3) as id");
        project = new BuiltProject(database) { Empty = true };
    }

    [TearDown]
    public async Task DropProject() => await database.DisposeAsync();

    [Test]
    public async Task Seeds_have_their_columns_and_no_rows()
    {
        project.SkipUnchangedSeeds = true;
        await project.BuildAsync(("seeds/s.csv", "id,name\n1,Ada\n"));
        Assert.That(await project.AskAsync("select count(*), count(name) from app.s"), Is.EqualTo("0, 0"));
        project.Empty = false;
        await project.BuildAsync(("seeds/s.csv", "id,name\n1,Ada\n"));

        Assert.That(await project.AskAsync("select name from app.s"), Is.EqualTo("Ada"));
    }

    [Test]
    public async Task Refs_and_sources_give_no_rows()
    {
        await project.BuildAsync(
            ("models/_sources.yml", Sources),
            ("a", "{{ config(materialized='table') }}select id, 'x' as kind from {{ source('raw', 'users') }}"),
            ("b", "{{ config(materialized='table') }}select id, count(*) over () as n from {{ ref('a') }} join {{ ref('fixed') }} using (id)"),
            ("fixed", "{{ config(materialized='table') }}select 1 as id"));

        Assert.That(await project.AskAsync("select (select count(*) from app.a), (select count(*) from app.b), (select count(*) from app.fixed)"), Is.EqualTo("0, 0, 1"));
        Assert.That(await project.AskAsync("select string_agg(column_name, ',' order by ordinal_position) from information_schema.columns where table_name = 'b'"), Is.EqualTo("id,n"));
    }
}
