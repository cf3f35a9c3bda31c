using System.Text.Json.Nodes;

namespace Deck.Models.Cli.Tests.Console;

/// <summary>`--log-format json` and the log file: every line is an event of dbt's shape.</summary>
[TestFixture]
internal sealed class JsonLogTests
{
    private static readonly string[] Heading = ["category", "code", "extra", "invocation_id", "level", "msg", "name", "pid", "thread", "ts"];

    [Test]
    public async Task Mistakes_before_the_run_are_lines_of_standard_output()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/late.sql", "select * from {{ ref('gone') }}").With("models/late.yml", "models:\n  - name: nobody\n    description: x\n");

        CommandRun run = await project.RunAsync("run", "--log-format", "json");

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Text);
        Assert.That(run.Errors, Is.Empty);
        JsonNode[] events = EventsOf(run.Out);
        Assert.That(events.Select(e => $"{e["info"]!["level"]} {e["info"]!["name"]}"), Is.EquivalentTo(["warn NoNodeForYamlKey", "error MainEncounteredError"]));
        Assert.That(events.First(e => e["info"]!["level"]!.ToString() == "error")["data"]!["file_path"]!.ToString(), Is.EqualTo("models/late.sql"));
    }

    [TestCase("--vars", "x")]
    [TestCase("--project-dir", "nowhere")]
    [TestCase("--profile", "unknown")]
    public async Task Whatever_stops_a_command_is_a_line(string flag, string value)
    {
        await using TestProject project = await TestProject.CreateAsync();

        CommandRun run = await project.RunAsync("parse", flag, value, "--log-format", "json");

        Assert.That(run.ExitCode, Is.EqualTo(2), run.Text);
        Assert.That(run.Errors, Is.Empty);
        Assert.That(EventsOf(run.Out).Select(e => e["info"]!["level"]!.ToString()), Has.Member("error"));
    }

    [Test]
    public async Task The_project_file_can_ask_for_lines()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("project.yml", project.Read("project.yml") + "flags: {log_format: json}\n").With("models/a.sql", "select 1 as id");

        CommandRun run = await project.RunAsync("list");

        Assert.That(EventsOf(run.Out).Single()["data"]!["msg"]!.ToString(), Is.EqualTo("shop.a"), run.Text);
    }

    [Test]
    public async Task The_log_file_is_text_where_that_is_asked_for()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/a.sql", "select 1 as id");

        await project.RunAsync("run", "--log-format-file", "text");
        string[] lines = project.Read("logs/deckmodel.log").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.That(lines, Has.All.Match(@"^\d\d:\d\d:\d\d\.\d{6} \[info \] \[[^\]]+\]: "));
        Assert.That(lines, Has.Some.EndsWith("1 of 1 START analytics.a"));
    }

    [Test]
    public async Task The_log_file_holds_its_level_and_what_is_above()
    {
        await using TestProject project = await TestProject.CreateAsync();
        project.With("models/a.sql", "select 1 as id, {{ exceptions.warn('beware') if execute }} {{ log('by the way') }} 2 as two");

        await project.RunAsync("run", "--log-level-file", "warn");

        Assert.That(EventsOf(project.Read("logs/deckmodel.log")).Select(e => $"{e["info"]!["name"]}: {e["info"]!["msg"]}"), Is.EqualTo(["JinjaLogWarning: beware"]));
    }

    /// <summary>The lines, each checked for what every line has.</summary>
    private static JsonNode[] EventsOf(string text)
    {
        JsonNode[] events = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!)];
        foreach (JsonNode line in events)
        {
            Assert.That(line["info"]!.AsObject().Select(m => m.Key), Is.EquivalentTo(Heading));
            Assert.That(line["data"], Is.Not.Null);
        }

        Assert.That(events.Select(e => e["info"]!["invocation_id"]!.ToString()).Distinct().Count(), Is.EqualTo(1));
        return events;
    }
}
