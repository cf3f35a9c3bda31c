namespace Deck.Models.Cli.Tests.DeckProject;

/// <summary>The published findings, computed from the table of users and compared with the summary.</summary>
[TestFixture]
internal sealed class PublishedFiguresTests
{
    [TestCase("Planner", "104", "8.84")]
    [TestCase("Passenger", "1073", "91.16")]
    public async Task Users_of_each_type(string type, string users, string percentage)
    {
        IReadOnlyList<string?[]> rows = await DeckBuild.Project.Database.RunAsync($"""
            select count(*) filter (where user_type = '{type}'), round(100.0 * count(*) filter (where user_type = '{type}') / count(*), 2), count(*)
            from analytics_gold.user_segmentation
            """);
        Assert.That(rows.Single(), Is.EqualTo(new[] { users, percentage, "1177" }));
    }

    [Test]
    public async Task The_summary_counts_the_same_users()
    {
        IReadOnlyList<string?[]> rows = await DeckBuild.Project.Database.RunAsync(
            "select total_users, total_planners, total_passengers, planner_percentage from analytics_gold.user_segmentation_summary");
        Assert.That(rows.Single(), Is.EqualTo(new[] { "1177", "104", "1073", "8.84" }));
    }

    [TestCase("100.0 * avg((days_active > 0)::int)", "activation_rate", "activation", "98.08 34.20 2.9")]
    [TestCase("avg(prompts_per_active_day) filter (where days_active > 0)", "avg_prompts_per_active_day", "prompt", "2.00 0.23 8.9")]
    [TestCase("avg(swipes_per_prompt) filter (where days_active > 0)", "avg_swipes_per_prompt", "swipe", "3.51 0.58 6.0")]
    [TestCase("avg(conversion_rate) filter (where days_active > 0)", "avg_conversion_rate", "conversion", "2.85 0.06 44.1")]
    [TestCase("avg(days_active)", "avg_days_active", "days_active", "3.7 0.6 6.2")]
    public async Task Metrics_of_both_types_and_their_ratio(string measure, string column, string ratio, string expected)
    {
        int decimals = column == "avg_days_active" ? 1 : 2;
        IReadOnlyList<string?[]> computed = await DeckBuild.Project.Database.RunAsync($"""
            with m as (select user_type, {measure} as v from analytics_gold.user_segmentation group by user_type)
            select round(p.v, {decimals}), round(c.v, {decimals}), round(p.v / c.v, 1)
            from m as p, m as c where p.user_type = 'Planner' and c.user_type = 'Passenger'
            """);
        IReadOnlyList<string?[]> summarised = await DeckBuild.Project.Database.RunAsync(
            $"select planner_{column}, passenger_{column}, planner_vs_passenger_{ratio}_ratio from analytics_gold.user_segmentation_summary");
        Assert.That(computed.Single(), Is.EqualTo(expected.Split(' ')), "computed from the users");
        Assert.That(summarised.Single(), Is.EqualTo(expected.Split(' ')), "told by the summary");
    }

    [TestCase("'prompt_and_swipe' = any(planner_criteria_met)", "planners_via_prompt_swipe", "84", "80.77")]
    [TestCase("'created_deck' = any(planner_criteria_met)", "planners_via_deck", "38", "36.54")]
    [TestCase("'created_multiplayer' = any(planner_criteria_met)", "planners_via_multiplayer", "14", "13.46")]
    [TestCase("'shared_content' = any(planner_criteria_met)", "planners_via_share", "10", "9.62")]
    [TestCase("cardinality(planner_criteria_met) > 1", "planners_multi_criteria", "30", "28.85")]
    public async Task Planners_by_criterion(string condition, string column, string planners, string percentage)
    {
        IReadOnlyList<string?[]> rows = await DeckBuild.Project.Database.RunAsync($"""
            select count(*) filter (where {condition}), round(100.0 * count(*) filter (where {condition}) / count(*), 2),
                (select {column} from analytics_gold.user_segmentation_summary)
            from analytics_gold.user_segmentation where user_type = 'Planner'
            """);
        Assert.That(rows.Single(), Is.EqualTo(new[] { planners, percentage, planners }));
    }

    [Test]
    public async Task Nobody_else_meets_a_criterion()
    {
        Assert.That(await DeckBuild.Project.ValueAsync("select count(*) from analytics_gold.user_segmentation where (user_type = 'Planner') <> (cardinality(planner_criteria_met) > 0)"), Is.EqualTo("0"));
    }
}
