using System.Text.Json;

namespace Deck.Models.Cli.Tests.DeckProject;

[TestFixture]
internal sealed class DeckBuildTests
{
    [Test]
    public void The_sample_builds_and_every_test_of_it_passes()
    {
        Assert.That(DeckBuild.Build.ExitCode, Is.EqualTo(ExitCodes.Success), DeckBuild.Build.Text);
        Assert.That(DeckBuild.Build.Out, Does.Contain(" WARN=0 ERROR=0 SKIP=0 ").And.Contain("Done in"));
        Assert.That(DeckBuild.Build.Errors, Is.Empty);
    }

    [Test]
    public void The_results_file_holds_every_node_of_the_build()
    {
        using JsonDocument results = JsonDocument.Parse(DeckBuild.Results);
        JsonElement[] nodes = [.. results.RootElement.GetProperty("results").EnumerateArray()];
        Dictionary<string, int> byType = nodes.GroupBy(n => n.GetProperty("unique_id").GetString()!.Split('.')[0]).ToDictionary(g => g.Key, g => g.Count());
        Assert.That(nodes.Select(n => n.GetProperty("status").GetString()).Distinct(), Is.EquivalentTo(new[] { "success", "pass" }));
        Assert.That((byType["seed"], byType["model"]), Is.EqualTo((10, 13)));
    }

    [Test]
    public async Task Seeds_go_to_raw_and_models_to_the_targets_schemas()
    {
        string?[] schemas = await DeckBuild.Project.ColumnAsync("""
            select distinct table_schema from information_schema.tables
            where table_schema not in ('pg_catalog', 'information_schema', 'app') and table_schema not like 'analytics_prod%' order by 1
            """);
        Assert.That(schemas, Is.EqualTo(new[] { "analytics_gold", "analytics_staging", "raw" }));
    }

    [Test]
    public async Task Test_accounts_are_in_no_relation_of_gold()
    {
        Assert.That(await DeckBuild.Project.ValueAsync("select count(*) > 0 from analytics_staging.stg_users where is_test_user = 1"), Is.EqualTo("t"));
        string?[] relations = await DeckBuild.Project.ColumnAsync("""
            select table_name from information_schema.columns where table_schema = 'analytics_gold' and column_name = 'user_id'
            """);
        Assert.That(relations, Is.SupersetOf(new[] { "user_segmentation", "almost_planners", "at_risk_planners" }));
        foreach (string? relation in relations)
        {
            string? found = await DeckBuild.Project.ValueAsync($"""
                select count(*) from analytics_gold.{relation} as r join analytics_staging.stg_users as u using (user_id) where u.is_test_user = 1
                """);
            Assert.That(found, Is.EqualTo("0"), relation);
        }
    }

    [Test]
    public async Task Relations_without_users_count_no_test_accounts()
    {
        const string OverForAWeek = "select count(*) from analytics_gold.user_segmentation where date '2026-03-22' - (became_planner_at at time zone 'UTC')::date >= 6";
        Assert.That(await DeckBuild.Project.ValueAsync("select sum(users) from analytics_gold.planner_weekly"), Is.EqualTo("1177"));
        Assert.That(
            await DeckBuild.Project.ValueAsync("select sum(planners) from analytics_gold.planner_retention where weeks_since_planner = 0"),
            Is.EqualTo(await DeckBuild.Project.ValueAsync(OverForAWeek)));
    }

    [TestCaseSource(typeof(Repository), nameof(Repository.QueriesOf), new object[] { "models/gold/README.md" })]
    [TestCaseSource(typeof(Repository), nameof(Repository.QueriesOf), new object[] { "README.md" })]
    public async Task The_queries_of_the_pages_give_rows(string query)
    {
        Assert.That(await DeckBuild.Project.Database.RunAsync(query), Is.Not.Empty);
    }

    [Test]
    public async Task A_second_build_gives_the_same()
    {
        const string Fingerprint = "select md5(string_agg(u::text, '|' order by user_id)) from analytics_gold.user_segmentation as u";
        string? before = await DeckBuild.Project.ValueAsync(Fingerprint);
        CommandRun again = await DeckBuild.RunAsync("run", "--select", "+user_segmentation_summary");
        Assert.That(again.ExitCode, Is.Zero, again.Text);
        Assert.That(await DeckBuild.Project.ValueAsync(Fingerprint), Is.EqualTo(before));
    }
}
