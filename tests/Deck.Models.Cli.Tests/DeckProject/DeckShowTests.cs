using System.Text.Json;

namespace Deck.Models.Cli.Tests.DeckProject;

[TestFixture]
internal sealed class DeckShowTests
{
    [Test]
    public async Task The_verification_answers_twelve_questions()
    {
        CommandRun shown = await DeckBuild.RunAsync("show", "--select", "user_segmentation_verification", "--output", "json");
        Assert.That(shown.ExitCode, Is.Zero, shown.Text);
        using JsonDocument answers = JsonDocument.Parse(shown.Out);
        string[] headings = [.. answers.RootElement.EnumerateArray().Select(a => a.GetProperty("heading").GetString()!)];
        Assert.That(headings, Has.Length.EqualTo(12));
        Assert.That(headings.Select((heading, i) => heading.StartsWith($"{i + 1}. ", StringComparison.Ordinal)), Has.All.True, string.Join('\n', headings));
        Assert.That(answers.RootElement.EnumerateArray().Select(a => a.GetProperty("rows").GetArrayLength()), Has.All.Positive);
        Assert.That(answers.RootElement[7].GetProperty("rows")[0].EnumerateObject().First().Value.GetInt64(), Is.Zero, "test users");
    }

    [Test]
    public async Task Twelve_tables_stand_under_their_headings()
    {
        CommandRun shown = await DeckBuild.RunAsync("show", "--select", "user_segmentation_verification");
        Assert.That(shown.ExitCode, Is.Zero, shown.Text);
        Assert.That(shown.Out, Does.Contain("1. How many users are Planners").And.Contain("12. How close are the Passengers").And.Contain("8.84"));
    }

    [Test]
    public async Task The_summary_is_names_and_values()
    {
        CommandRun shown = await DeckBuild.RunAsync("show", "--select", "user_segmentation_summary");
        Assert.That(shown.ExitCode, Is.Zero, shown.Text);
        Assert.That(shown.Out, Does.Match(@"(?m)^\W*total_users\W+1177\W*$").And.Match(@"(?m)^\W*planner_percentage\W+8\.84\W*$"));
    }

    [Test]
    public async Task Inline_queries_know_the_project()
    {
        CommandRun shown = await DeckBuild.RunAsync("show", "--inline", "select count(*) as users from {{ ref('user_segmentation') }}", "--output", "csv");
        Assert.That(shown.Out, Is.EqualTo("users\n1177\n"), shown.Text);
    }

    [Test]
    public async Task The_planner_questions_have_answers()
    {
        CommandRun shown = await DeckBuild.RunAsync("show", "--select", "planner_questions", "--output", "json");
        Assert.That(shown.ExitCode, Is.Zero, shown.Text);
        using JsonDocument answers = JsonDocument.Parse(shown.Out);
        int[] rows = [.. answers.RootElement.EnumerateArray().Select(a => a.GetProperty("rows").GetArrayLength())];
        Assert.That(rows, Has.Length.EqualTo(6).And.All.Positive);
    }
}
