namespace Deck.Models.Cli.Tests.DeckProject;

/// <summary>The same models on an app's own tables: another schema, a target that is no sample.</summary>
[TestFixture]
internal sealed class AppDatabaseTests
{
    private static readonly string[] Tables =
    [
        "users", "user_profiles", "test_accounts", "dextr_queries", "dextr_pack_cards",
        "core_card_actions", "boards", "deck_shares", "multiplayer_sessions", "session_participants",
    ];

    private CommandRun build = new(-1, "", "");

    [OneTimeSetUp]
    public async Task BuildOnTheApp()
    {
        TestProject project = DeckBuild.Project;
        await project.Database.RunAsync(["create schema app", .. Tables.Select(t => $"create table app.{t} as table raw.{t}")]);
        project.With("app/profiles.yml", project.Profile("deck", "prod", "analytics_prod"));
        build = await project.RunAsync(
            CancellationToken.None, "build", "--profiles-dir", Path.Combine(project.Folder, "app"), "--target", "prod", "--vars", "{deck_app_schema: app, as_of_date: 2026-03-22}");
    }

    [Test]
    public void Everything_is_built_and_tested_without_the_seeds()
    {
        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(build.Out, Does.Contain(" WARN=0 ERROR=0 SKIP=0 ").And.Not.Contain("seed"));
    }

    [TestCase("gold.user_segmentation")]
    [TestCase("gold.planner_weekly")]
    [TestCase("gold.planner_retention")]
    [TestCase("gold.almost_planners")]
    [TestCase("gold.at_risk_planners")]
    [TestCase("staging.stg_events")]
    public async Task Every_row_is_the_samples(string relation)
    {
        string sample = $"analytics_{relation}";
        string app = $"analytics_prod_{relation}";
        Assert.That(await DeckBuild.Project.ValueAsync($"select count(*) from ((table {sample} except all table {app}) union all (table {app} except all table {sample})) as d"), Is.EqualTo("0"));
        Assert.That(await DeckBuild.Project.ValueAsync($"select count(*) > 0 from {app}"), Is.EqualTo("t"));
    }
}
