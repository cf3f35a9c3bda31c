namespace Deck.Models.Cli.Tests;

[TestFixture]
internal sealed class CommandLineTests
{
    [Test]
    public async Task Without_a_command_the_help_is_shown_and_nothing_is_done()
    {
        using TestHost host = new();
        Assert.That(await host.RunAsync(), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(host.Out, Does.Contain("Usage: deckmodel").And.Contain("Examples:"));
    }

    [Test]
    public async Task An_unknown_command_is_told_with_a_way_on()
    {
        using TestHost host = new();
        Assert.That(await host.RunAsync("biuld"), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(host.Errors, Is.EqualTo("error DECK0901: unrecognized command or argument 'biuld'\nhint: `deckmodel --help` lists what it takes\nhint: did you mean `build`?\n"));
        Assert.That(host.Out, Is.Empty);
    }

    [Test]
    public async Task An_unknown_flag_names_the_commands_help()
    {
        using TestHost host = new();
        Assert.That(await host.RunAsync("init", "--nmae"), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(host.Errors, Does.StartWith("error DECK0901: unrecognized option '--nmae'").And.Contain("`deckmodel init --help`"));
    }

    [TestCase("seed", "--sample", "3 days")]
    [TestCase("snapshot", "--event-time-start", "2024-01-01")]
    [TestCase("test", "--event-time-end", "2024-01-01")]
    public async Task Event_times_are_of_commands_that_build_models(string command, string flag, string value)
    {
        using TestHost host = new();
        Assert.That(await host.RunAsync(command, flag, value), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(host.Errors, Does.StartWith($"error DECK0901: unrecognized option '{flag}'"));
    }

    [TestCase("build")]
    [TestCase("run")]
    [TestCase("test")]
    [TestCase("seed")]
    [TestCase("retry")]
    [TestCase("run-operation")]
    [TestCase("compile")]
    [TestCase("show")]
    [TestCase("list")]
    [TestCase("ls")]
    [TestCase("docs")]
    [TestCase("source")]
    [TestCase("parse")]
    [TestCase("debug")]
    [TestCase("clean")]
    [TestCase("init")]
    [TestCase("local")]
    public async Task Every_command_explains_itself_with_examples(string command)
    {
        using TestHost host = new();
        Assert.That(await host.RunAsync(command, "--help"), Is.EqualTo(ExitCodes.Success));
        Assert.That(host.Out, Does.Contain("Usage: deckmodel").And.Contain("Examples:\n  deckmodel "));
    }

    [TestCase("0")]
    [TestCase("-3")]
    [TestCase("many")]
    public async Task A_bad_number_of_threads_is_bad_usage(string threads)
    {
        using TestHost host = new();
        Assert.That(await host.RunAsync("run", $"--threads={threads}"), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(host.Errors, Does.Contain("DECK0901").And.Contain(threads));
    }

    [Test]
    public async Task Outside_of_a_project_the_way_into_one_is_told()
    {
        using TestHost host = new();
        Assert.That(await host.RunAsync("run"), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(host.Errors, Does.Contain("DECK0902").And.Contain("deckmodel init"));
    }

    [Test]
    public async Task Vars_that_are_no_mapping_are_bad_usage()
    {
        using TestHost host = new();
        host.With("project.yml", "name: p\nprofile: p\n");
        Assert.That(await host.RunAsync("parse", "--vars", "just text"), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(host.Errors, Does.Contain("DECK0903").And.Contain("--vars '{name: value"));
    }
}
