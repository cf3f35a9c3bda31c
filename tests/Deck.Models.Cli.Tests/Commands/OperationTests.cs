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
    public async Task A_templated_statement_runs_and_is_committed()
    {
        project.With("models/a.sql", "select 1 as n");
        await project.RunAsync("run");

        CommandRun run = await project.RunAsync("run-operation", "--sql", "create table log as select n + {{ 1 + 1 }} as what from {{ ref('a') }}");

        Assert.That(run.Out, Does.Contain("SELECT 1"), run.Text);
        Assert.That(await project.ColumnAsync("select what::text from log"), Is.EqualTo(new[] { "3" }));
        Assert.That(await File.ReadAllTextAsync(Path.Combine(project.Folder, "target", "run_results.json")), Does.Contain("\"unique_id\":\"sql_operation.shop.inline_query\""));
    }

    [Test]
    public async Task A_statement_that_fails_can_be_tried_again()
    {
        CommandRun failed = await project.RunAsync("run-operation", "--sql", "insert into log values ('x')");
        await project.Database.RunAsync("create table log (what text)");
        CommandRun run = await project.RunAsync("retry");

        Assert.That(failed.ExitCode, Is.EqualTo(ExitCodes.Failure));
        Assert.That(failed.Errors, Does.Contain("--sql:1:13: error DECK0652"));
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(await project.ColumnAsync("select what from log"), Is.EqualTo(new[] { "x" }));
    }

    [TestCase("takes the name of a MACRO, or `--sql`")]
    [TestCase("takes a macro or `--sql`, not both", "note", "--sql", "select 1")]
    [TestCase("`--args` are for a macro", "--args", "{a: 1}", "--sql", "select 1")]
    public async Task It_takes_a_macro_or_a_statement(string message, params string[] arguments)
    {
        CommandRun run = await project.RunAsync(["run-operation", .. arguments]);

        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Unusable));
        Assert.That(run.Errors, Does.Contain(message));
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
