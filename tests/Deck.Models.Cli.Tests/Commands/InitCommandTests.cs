namespace Deck.Models.Cli.Tests.Commands;

[TestFixture]
internal sealed class InitCommandTests
{
    [Test]
    public async Task A_new_project_has_what_a_first_build_needs()
    {
        using TestHost host = new();
        Assert.That(await host.RunAsync("init", "shop"), Is.EqualTo(ExitCodes.Success));
        string[] files = [.. Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(host.Folder, f)).Order(StringComparer.Ordinal)];
        Assert.That(files, Is.EqualTo(new[]
        {
            "shop/.gitignore", "shop/models/_schema.yml", "shop/models/customers.sql", "shop/models/stg_orders.sql", "shop/profiles.yml", "shop/project.yml", "shop/seeds/orders.csv",
        }));
    }

    [Test]
    public async Task A_file_in_the_way_is_left_alone_and_nothing_is_written()
    {
        using TestHost host = new();
        host.With("shop/profiles.yml", "mine");
        Assert.That(await host.RunAsync("init", "shop"), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(host.Errors, Does.Contain("DECK0907").And.Contain("shop/profiles.yml"));
        Assert.That(Directory.GetFiles(host.Folder, "*", SearchOption.AllDirectories), Has.Length.EqualTo(1));
    }

    [TestCase("9lives")]
    [TestCase("a-b")]
    [TestCase("../up")]
    public async Task A_name_that_cannot_be_a_projects_is_refused(string name)
    {
        using TestHost host = new();
        Assert.That(await host.RunAsync("init", name), Is.EqualTo(ExitCodes.Unusable));
        Assert.That(host.Errors, Does.Contain(name));
    }
}
