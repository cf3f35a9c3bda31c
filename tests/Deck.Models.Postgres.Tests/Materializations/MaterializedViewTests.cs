using Deck.Models.Engine.Reporting;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Materialized views from their first run to changes of their configuration.</summary>
public sealed class MaterializedViewTests
{
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        project = new BuiltProject(await PostgresFixture.CreateDatabaseAsync());
        await project.Database.RunAsync("create table items (id int, n int)", "insert into items values (1, 10)");
    }

    [TearDown]
    public async Task DropDatabase() => await project.Database.DisposeAsync();

    [TestCase("", "refresh materialized view \"app\".\"totals\"")]
    [TestCase(", indexes=[{'columns': ['id']}]", "refresh materialized view \"app\".\"totals\"")]
    [TestCase(", indexes=[{'columns': ['id'], 'unique': true}]", "refresh materialized view concurrently \"app\".\"totals\"")]
    [TestCase(", indexes=[{'columns': ['id', 'n'], 'unique': true}, {'columns': ['n'], 'type': 'hash'}]", "refresh materialized view concurrently \"app\".\"totals\"")]
    [TestCase(", indexes=[{'columns': ['(id + 1)'], 'unique': true}]", "refresh materialized view \"app\".\"totals\"")]
    public async Task A_later_run_refreshes_it(string config, string refresh)
    {
        await project.BuildAsync(Model(config));
        string first = await OidAsync();
        await project.Database.RunAsync("insert into items values (2, 20)");
        RunResult run = await project.RunAsync(Model(config));

        Assert.That(run.Results[0].Message, Is.EqualTo("REFRESH MATERIALIZED VIEW"));
        Assert.That(run.Results[0].ExecutedSql, Does.Contain(refresh + ";"));
        Assert.That(await project.AskAsync("select * from app.totals order by id"), Is.EqualTo("1, 10; 2, 20"));
        Assert.That(await OidAsync(), Is.EqualTo(first), "the view is the same");
    }

    [Test]
    public async Task A_full_refresh_takes_up_another_query_under_the_views_of_others()
    {
        await project.BuildAsync(Model(", indexes=[{'columns': ['id'], 'unique': true}]"));
        await project.Database.RunAsync("create view watching as select id from app.totals");
        project.FullRefresh = true;
        await project.BuildAsync(Model(", indexes=[{'columns': ['id'], 'unique': true}]", "select id, n * 2 as n from public.items"));

        Assert.That(await project.AskAsync("select * from app.totals"), Is.EqualTo("1, 20"));
        Assert.That(await project.AskAsync("select * from watching"), Is.EqualTo("1"));
        Assert.That(await project.AskAsync("select count(*) from pg_indexes where tablename = 'totals' and indexname like 'totals_id_%_idx'"), Is.EqualTo("1"));
    }

    [TestCase("table", "r")]
    [TestCase("view", "v")]
    public async Task It_takes_the_place_of_others_and_they_of_it(string other, string kind)
    {
        await project.BuildAsync(("totals", $"{{{{ config(materialized='{other}') }}}}select * from public.items"));
        await project.BuildAsync(Model(""));
        Assert.That(await project.AskAsync("select relkind from pg_class where relname = 'totals'"), Is.EqualTo("m"));

        await project.BuildAsync(("totals", $"{{{{ config(materialized='{other}') }}}}select * from public.items"));
        Assert.That(await project.AskAsync("select relkind from pg_class where relname = 'totals'"), Is.EqualTo(kind));
    }

    [Test]
    public async Task Changed_indexes_are_applied()
    {
        await project.BuildAsync(Model(", indexes=[{'columns': ['id'], 'unique': true}, {'columns': ['n']}]"));
        await project.BuildAsync(Model(", indexes=[{'columns': ['id'], 'unique': true}, {'columns': ['n'], 'type': 'hash'}]"));

        Assert.That(
            await project.AskAsync("select regexp_replace(indexdef, '.* using ', '', 'i') from pg_indexes where tablename = 'totals' order by 1"),
            Is.EqualTo("btree (id); hash (n)"));
    }

    [Test]
    public async Task Changed_indexes_can_be_left_with_a_warning()
    {
        await project.BuildAsync(Model(""));
        await project.Database.RunAsync("insert into items values (2, 20)");
        RunResult run = await project.RunAsync(Model(", indexes=[{'columns': ['n']}], on_configuration_change='continue'"));

        Assert.That(run.Succeeded, Is.True);
        Assert.That(run.Results[0].Diagnostics.Select(d => $"{d.Severity} {d.Message}"), Is.EqualTo(["Warning the indexes of `totals` are no longer those that its materialized view has"]));
        Assert.That(run.Results[0].Message, Is.EqualTo($"skip {run.Results[0].Node.Relation?.Shown}"));
        Assert.That(run.Results[0].Response?.Code, Is.EqualTo("skip"));
        Assert.That(await project.AskAsync("select count(*), (select count(*) from pg_indexes where tablename = 'totals') from app.totals"), Is.EqualTo("1, 0"));
    }

    [TestCase("[{'columns': 'id'}]")]
    [TestCase("{'columns': ['id']}")]
    [TestCase("[{'columns': []}]")]
    [TestCase("[{'columns': ['id'], 'kind': 'hash'}]")]
    public async Task Indexes_are_a_list_of_dicts_with_lists_of_columns(string indexes) => Assert.That(
        await project.FailAsync(Model($", indexes={indexes}")),
        Does.Contain("`indexes` of `totals` needs a list of dicts with a list of `columns`, and with `unique` and `type` at most"));

    [Test]
    public async Task Changed_indexes_can_stop_it()
    {
        await project.BuildAsync(Model(""));

        Assert.That(
            await project.FailAsync(Model(", indexes=[{'columns': ['n']}], on_configuration_change='fail'")),
            Does.StartWith("DECK0671 the indexes of `totals` are no longer those that its materialized view has"));
    }

    [Test]
    public async Task Hooks_grants_and_comments_belong_to_it()
    {
        (string, string)[] files =
        [
            Model(", persist_docs={'relation': true}, grants={'select': ['public']}, post_hook='insert into public.items select 7, count(*) from {{ this }}'"),
            ("models/totals.yml", "models: [{name: totals, description: all of them}]"),
        ];
        await project.BuildAsync(files);
        await project.BuildAsync(files);

        Assert.That(await project.AskAsync("select n from items where id = 7 order by n"), Is.EqualTo("1; 2"));
        Assert.That(await project.AskAsync("select obj_description('app.totals'::regclass), has_table_privilege('pg_read_all_data', 'app.totals', 'select')"), Is.EqualTo("all of them, t"));
    }

    private static (string, string) Model(string config, string sql = "select * from public.items") => ("totals", $"{{{{ config(materialized='materialized_view'{config}) }}}}{sql}");

    private Task<string> OidAsync() => project.AskAsync("select 'app.totals'::regclass::oid");
}
