namespace Deck.Models.Cli.Tests;

[TestFixture]
internal sealed class ArgumentOrderTests
{
    [TestCase("--quiet list", TestName = "A_switch_before_the_command_counts")]
    [TestCase("--log-format json --project-dir p list", TestName = "So_do_flags_with_values")]
    [TestCase("--project-dir=p list --output name", TestName = "And_those_with_an_equals_sign")]
    public async Task The_command_is_found_behind_global_flags(string given)
    {
        using TestHost host = new();
        host.With("p/project.yml", "name: p\nprofile: p\n").With("project.yml", "name: p\nprofile: p\n");
        host.With("profiles.yml", "p:\n  target: d\n  outputs:\n    d: {type: postgres, host: h, user: u, password: p, dbname: d, schema: s}\n");
        Assert.That(await host.RunAsync(given.Split(' ')), Is.EqualTo(ExitCodes.Success), host.Errors);
    }

    [Test]
    public async Task Help_before_the_command_is_the_commands()
    {
        using TestHost host = new();
        Assert.That(await host.RunAsync("--help", "seed"), Is.EqualTo(ExitCodes.Success));
        Assert.That(host.Out, Does.Contain("Usage: deckmodel seed"));
    }
}
