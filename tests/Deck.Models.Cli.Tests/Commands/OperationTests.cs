namespace Deck.Models.Cli.Tests.Commands;

/// <summary>`run-operation`, what it writes, and how it is retried.</summary>
[TestFixture]
internal sealed class OperationTests
{
    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        project.With("macros/note.sql", "{% macro note(what, times=1) %}{% do run_query(\"insert into log select '\" ~ what ~ \"' from generate_series(1, \" ~ times ~ \")\") %}{% endmacro %}");
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task Its_results_name_the_macro_and_its_arguments()
    {
        await project.Database.RunAsync("create table log (what text)");

        await project.RunAsync("run-operation", "note", "--args", "{what: hello, times: 2}");

        Assert.That(await File.ReadAllTextAsync(Path.Combine(project.Folder, "target", "run_results.json")), Does.Match("\"args\":\\{\"what\":\"hello\",\"times\":2\\}.*\"macro\":\"note\"").Or.Match("\"args\":\\{\"times\":2,\"what\":\"hello\"\\}.*\"macro\":\"note\""));
    }

    [Test]
    public async Task Retry_calls_the_macro_that_failed_with_its_arguments()
    {
        CommandRun failed = await project.RunAsync("run-operation", "note", "--args", "{what: hello, times: 2}");
        await project.Database.RunAsync("create table log (what text)");

        CommandRun run = await project.RunAsync("retry");
        CommandRun nothing = await project.RunAsync("retry");

        Assert.That(failed.ExitCode, Is.EqualTo(ExitCodes.Failure), failed.Text);
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(nothing.Errors, Does.Contain("nothing to retry"));
        Assert.That(await project.ColumnAsync("select what from log"), Is.EqualTo(new[] { "hello", "hello" }));
    }
}
