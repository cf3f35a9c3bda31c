using Deck.Models.Engine.Reporting;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>`--skip-unchanged-seeds`: what is as it was loaded stays, everything else is loaded.</summary>
public sealed class UnchangedSeedTests
{
    private const string Csv = "id,name\n1,Ada\n2,Ben\n";
    private const string Rows = "1, Ada; 2, Ben";

    private static readonly (string Name, string Content) Seed = ("seeds/people.csv", Csv);

    private TestDatabase database = null!;
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateProject()
    {
        database = await PostgresFixture.CreateDatabaseAsync();
        project = new BuiltProject(database) { SkipUnchangedSeeds = true };
    }

    [TearDown]
    public async Task DropProject() => await database.DisposeAsync();

    [Test]
    public async Task An_unchanged_seed_is_no_operation()
    {
        Assert.That(await LoadAsync(Seed), Is.EqualTo("success INSERT 2"));
        Assert.That(await LoadAsync(Seed), Is.EqualTo("no-op unchanged since it was loaded"));
    }

    [TestCase("vacuum (freeze, analyze) app.people")]
    [TestCase("create view app.of_others as select * from app.people")]
    [TestCase("begin", "update app.people set name = 'Cyd'", "rollback")]
    public async Task What_does_not_change_the_table_does_not_load_it(params string[] statements)
    {
        await LoadAsync(Seed);
        await database.RunAsync(statements);

        Assert.That(await LoadAsync(Seed), Does.StartWith("no-op"));
    }

    [TestCase("update app.people set name = 'Cyd' where id = 1")]
    [TestCase("update app.people set name = name")]
    [TestCase("delete from app.people where id = 1")]
    [TestCase("insert into app.people values (3, 'Cyd')")]
    [TestCase("delete from app.people where id = 1", "insert into app.people values (1, 'Ada')")]
    [TestCase("truncate app.people")]
    [TestCase("drop table app.people")]
    [TestCase("create table app.other (like app.people)", "insert into app.other select * from app.people", "drop table app.people", "alter table app.other rename to people")]
    [TestCase("alter table app.people add column age int")]
    [TestCase("alter table app.people alter column id type bigint")]
    [TestCase("alter table app.people alter column name set not null")]
    [TestCase("alter table app.people alter column name set default 'Cyd'")]
    [TestCase("create index on app.people (id)")]
    [TestCase("alter table app.people add check (id > 0)")]
    [TestCase("grant select on app.people to public")]
    [TestCase("comment on column app.people.id is 'theirs'")]
    [TestCase("alter table app.people enable row level security")]
    public async Task A_table_that_somebody_has_changed_is_loaded(params string[] statements)
    {
        await LoadAsync(Seed);
        await database.RunAsync(statements);

        Assert.That(await LoadAsync(Seed), Is.EqualTo("success INSERT 2"));
        Assert.That(await project.AskAsync("select * from app.people order by 1"), Is.EqualTo(Rows));
        Assert.That(await LoadAsync(Seed), Does.StartWith("no-op"));
    }

    [TestCase("column_types: {id: bigint}")]
    [TestCase("quote_columns: true")]
    [TestCase("indexes: [{columns: [id]}]")]
    [TestCase("grants: {select: [public]}")]
    [TestCase("persist_docs: {relation: true}")]
    [TestCase("post_hook: \"analyze {{ this }}\"")]
    [TestCase("pre_hook: \"{{ greeting() }}\"")]
    public async Task Another_config_loads_the_seed_once(string config)
    {
        (string, string)[] files = [Seed, Config(config), ("macros/greeting.sql", "{% macro greeting() %}select 1{% endmacro %}")];
        await LoadAsync(Seed);

        Assert.That(await LoadAsync(files), Is.EqualTo("success INSERT 2"));
        Assert.That(await LoadAsync(files), Does.StartWith("no-op"));
    }

    [Test]
    public async Task A_macro_that_a_hook_calls_counts_by_what_it_gives()
    {
        (string, string) hook = Config("post_hook: \"{{ greeting() }}\"");
        await LoadAsync(Seed, hook, ("macros/greeting.sql", "{% macro greeting() %}select 1{% endmacro %}"));

        Assert.That(await LoadAsync(Seed, hook, ("macros/greeting.sql", "{% macro greeting() %}{{ 'select 1' }}{% endmacro %}")), Does.StartWith("no-op"));
        Assert.That(await LoadAsync(Seed, hook, ("macros/greeting.sql", "{% macro greeting() %}select 2{% endmacro %}")), Does.StartWith("success"));
    }

    [Test]
    public async Task Hooks_that_query_load_the_seed_every_time()
    {
        (string, string) hook = Config("post_hook: \"{% if execute %}select {{ run_query('select 1').columns[0].values()[0] }}{% endif %}\"");
        await LoadAsync(Seed, hook);

        Assert.That(await LoadAsync(Seed, hook), Does.StartWith("success"));
    }

    [Test]
    public async Task Rows_that_a_hook_has_added_belong_to_the_load()
    {
        (string, string) hook = Config("post_hook: \"insert into {{ this }} values (3, 'Cyd')\"");
        await LoadAsync(Seed, hook);

        Assert.That(await LoadAsync(Seed, hook), Does.StartWith("no-op"));
        Assert.That(await project.AskAsync("select * from app.people order by 1"), Is.EqualTo($"{Rows}; 3, Cyd"));
    }

    [Test]
    public async Task A_changed_file_is_loaded_and_one_that_is_changed_back_too()
    {
        await LoadAsync(Seed);

        Assert.That(await LoadAsync(("seeds/people.csv", Csv.Replace("Ben", "Cyd", StringComparison.Ordinal))), Is.EqualTo("success INSERT 2"));
        Assert.That(await LoadAsync(Seed), Is.EqualTo("success INSERT 2"));
        Assert.That(await project.AskAsync("select * from app.people order by 1"), Is.EqualTo(Rows));
    }

    [Test]
    public async Task A_load_without_the_flag_leaves_no_mark()
    {
        await LoadAsync(Seed);
        project.SkipUnchangedSeeds = false;
        Assert.That(await LoadAsync(Seed), Is.EqualTo("success INSERT 2"));
        project.SkipUnchangedSeeds = true;

        Assert.That(await LoadAsync(Seed), Is.EqualTo("success INSERT 2"));
    }

    [Test]
    public async Task A_full_refresh_loads_every_seed()
    {
        await LoadAsync(Seed);
        project.FullRefresh = true;

        Assert.That(await LoadAsync(Seed), Is.EqualTo("success CREATE 2"));
    }

    [Test]
    public async Task Models_of_an_unchanged_seed_are_built()
    {
        (string, string) model = ("names", "select name from {{ ref('people') }}");
        await project.BuildAsync(Seed, model);
        await database.RunAsync("drop view app.names");
        await project.BuildAsync(Seed, model);

        Assert.That(await project.AskAsync("select name from app.names order by 1"), Is.EqualTo("Ada; Ben"));
    }

    private static (string Name, string Content) Config(string config) =>
        ("seeds/seeds.yml", $"seeds:\n- name: people\n  description: People\n  config:\n    {config}\n");

    private async Task<string> LoadAsync(params (string Name, string Content)[] files)
    {
        NodeResult result = (await project.RunAsync(files)).Results.Single();
        Assert.That(result.Diagnostics, Is.Empty);
        return $"{NodeStatuses.NameOf(result.Status)} {result.Message}";
    }
}
