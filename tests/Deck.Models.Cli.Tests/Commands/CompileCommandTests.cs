using System.Text.Json;

namespace Deck.Models.Cli.Tests.Commands;

[TestFixture]
internal sealed class CompileCommandTests
{
    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        project.With("models/a.sql", "select {{ 1 + 1 }} as n");
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task An_inline_query_is_printed()
    {
        CommandRun run = await project.RunAsync("compile", "--inline", "select n from {{ ref('a') }}");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Out, Does.Match("^select n from \"[^\"]+\"\\.\"analytics\"\\.\"a\"\n$"));
    }

    [TestCase("--select", "a", "a")]
    [TestCase("--inline", "select {{ 1 + 1 }} as n", null)]
    public async Task As_json_it_is_dbts_object(string flag, string value, string? node)
    {
        CommandRun run = await project.RunAsync("compile", flag, value, "--output", "json", "--no-introspect");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        using JsonDocument json = JsonDocument.Parse(run.Out);
        Assert.That(json.RootElement.GetProperty("compiled").GetString(), Is.EqualTo("select 2 as n"));
        Assert.That(json.RootElement.TryGetProperty("node", out JsonElement name) ? name.GetString() : null, Is.EqualTo(node));
    }

    [Test]
    public async Task A_file_that_cannot_be_read_is_told()
    {
        File.CreateSymbolicLink(Path.Combine(project.Folder, "models", "b.sql"), Path.Combine(project.Folder, "nowhere.sql"));
        CommandRun run = await project.RunAsync("compile");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Unusable), run.Text);
        Assert.That(run.Errors, Does.StartWith("models/b.sql:1:1: error DECK0323: cannot read models/b.sql: Could not find file"));
    }

    [Test]
    public async Task A_mistake_in_an_inline_query_points_into_it()
    {
        CommandRun run = await project.RunAsync("compile", "--inline", "select {{ ref('aa') }}", "--no-introspect");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Failure), run.Text);
        Assert.That(run.Errors, Does.Contain("--inline:1:15: error").And.Contain("did you mean `a`"));
    }
}
