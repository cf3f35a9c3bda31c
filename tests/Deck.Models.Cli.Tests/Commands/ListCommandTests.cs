using System.Collections.Immutable;
using System.Text.Json;

namespace Deck.Models.Cli.Tests.Commands;

[TestFixture]
internal sealed class ListCommandTests
{
    private const string Described = """
        models:
          - name: a
            latest_version: 2
            versions: [{v: 1}, {v: 2}]
          - name: b
            columns: [{name: n, data_tests: [unique]}]
        """;

    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        project.With("models/a_v1.sql", "select 1 as n").With("models/a_v2.sql", "select 2 as n").With("models/b.sql", "select * from {{ ref('a') }}").With("models/_b.yml", Described);
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task Names_of_versions_say_which() =>
        Assert.That(await ListAsync("--output", "name"), Is.EqualTo(new[] { "a.v1", "a.v2", "b", "unique_b_n" }));

    [Test]
    public async Task The_older_models_flag_lists_models_alone() =>
        Assert.That(await ListAsync("--models", "b"), Is.EqualTo(new[] { "shop.b" }));

    [TestCase("--resource-type", "test")]
    [TestCase("--resource-types", "test")]
    [TestCase("--exclude-resource-type", "model")]
    [TestCase("--exclude-resource-types", "model")]
    public async Task Types_are_named_by_either_of_dbts_flags(string flag, string type) =>
        Assert.That(await ListAsync("--output", "name", flag, type), Is.EqualTo(new[] { "unique_b_n" }));

    [TestCase("DBT_RESOURCE_TYPES", "test seed")]
    [TestCase("DBT_EXCLUDE_RESOURCE_TYPES", "model")]
    public async Task Types_come_from_the_environment_too(string name, string value)
    {
        using TestHost host = new() { Environment = ImmutableDictionary<string, string>.Empty.Add(name, value) };
        host.With("project.yml", "name: shop\nversion: '1.0'\nprofile: shop\n")
            .With("profiles.yml", "shop:\n  target: dev\n  outputs:\n    dev: {type: postgres, host: nowhere, user: nobody, dbname: none, schema: analytics}\n")
            .With("models/b.sql", "select 1 as n")
            .With("models/_b.yml", "models:\n  - name: b\n    columns: [{name: n, data_tests: [unique]}]\n");

        await host.RunAsync("ls", "--quiet", "--output", "name");

        Assert.That(host.Out, Is.EqualTo("unique_b_n\n"));
    }

    [Test]
    public async Task A_models_json_has_its_direct_parents()
    {
        string[] lines = await ListAsync("--output", "json", "--models", "b");
        using JsonDocument json = JsonDocument.Parse(lines.Single());
        Assert.That(json.RootElement.GetProperty("direct_parents").EnumerateArray().Select(p => p.GetString()), Is.EqualTo(new[] { "model.shop.a.v2" }));
    }

    private async Task<string[]> ListAsync(params string[] arguments)
    {
        CommandRun run = await project.RunAsync(["ls", "--quiet", .. arguments]);
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        return run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
