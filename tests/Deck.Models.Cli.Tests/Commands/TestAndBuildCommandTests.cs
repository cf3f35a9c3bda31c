using System.Text.Json;
using Deck.Models.Cli.Files;

namespace Deck.Models.Cli.Tests.Commands;

[TestFixture]
internal sealed class TestAndBuildCommandTests
{
    private const string UniqueN = "version: 2\nmodels:\n  - name: a\n    columns:\n      - name: n\n        data_tests: [unique]\n";

    private TestProject project = null!;

    [SetUp]
    public async Task Create() => project = await TestProject.CreateAsync();

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task The_starter_project_seeds_runs_tests_and_builds()
    {
        foreach ((string path, string content) in StarterProject.FilesOf("shop"))
        {
            project.With($"shop/{path}", content);
        }

        project.With("shop/profiles.yml", project.Profile("shop", "dev", "analytics"));
        foreach (string command in (string[])["seed", "run", "test", "build"])
        {
            CommandRun run = await project.RunAsync(command, "--project-dir", "shop", "--profiles-dir", "shop");
            Assert.That(run.ExitCode, Is.Zero, $"{command}: {run.Text}");
        }

        Assert.That(await project.ColumnAsync("select customer || ' ' || total_amount from analytics.customers order by 1"), Is.EqualTo(new[] { "Ada 42.75", "Ben 8" }));
    }

    [Test]
    public async Task A_url_in_the_environment_is_connection_enough()
    {
        project.With("models/a.sql", "select 1 as n");
        File.Delete(Path.Combine(project.Folder, "profiles.yml"));
        project.With(".env", $"DECKMODEL_DATABASE_URL={project.Url}&schema=other\n");
        CommandRun run = await project.RunAsync("run");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(await project.ValueAsync("select n from other.a"), Is.EqualTo("1"));
    }

    [Test]
    public async Task A_failing_test_fails_the_build_and_skips_what_depends_on_its_model()
    {
        project.With("models/a.sql", "select 1 as n union all select 1").With("models/b.sql", "select * from {{ ref('a') }}").With("models/_schema.yml", UniqueN);
        CommandRun build = await project.RunAsync("build");
        Assert.That(build.ExitCode, Is.EqualTo(ExitCodes.Failure), build.Text);
        Assert.That(build.Out, Does.Contain("PASS=1 WARN=0 ERROR=1 SKIP=1 NO-OP=0 TOTAL=3"), build.Text);
        Assert.That((await project.RunAsync("test")).ExitCode, Is.EqualTo(ExitCodes.Failure));
        Assert.That(await project.ColumnAsync("select table_name from information_schema.tables where table_schema = 'analytics'"), Is.EqualTo(new[] { "a" }));
    }

    [Test]
    public async Task An_exposure_takes_part_in_a_build_and_does_nothing()
    {
        project.With("models/a.sql", "select 1 as n").With("models/_e.yml", "exposures:\n  - {name: board, type: dashboard, owner: {name: x}, depends_on: [\"ref('a')\"]}\n");
        CommandRun build = await project.RunAsync("build");
        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(build.Out, Does.Contain("PASS=1 WARN=0 ERROR=0 SKIP=0 NO-OP=1 TOTAL=2"), build.Text);
    }

    [Test]
    public async Task A_warning_fails_nothing()
    {
        project.With("models/a.sql", "select 1 as n union all select 1").With("models/_schema.yml", UniqueN.Replace("[unique]", "[{unique: {config: {severity: warn}}}]"));
        CommandRun build = await project.RunAsync("build");
        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(build.Out, Does.Contain("PASS=1 WARN=1 ERROR=0"));
    }

    [Test]
    public async Task Stored_failures_can_be_read()
    {
        project.With("models/a.sql", "select 1 as n union all select 1").With("models/_schema.yml", UniqueN);
        CommandRun build = await project.RunAsync("build", "--store-failures");
        Assert.That(build.ExitCode, Is.EqualTo(ExitCodes.Failure), build.Text);
        Assert.That(await project.ColumnAsync("select unique_field || ' ' || n_records from analytics_dbt_test__audit.unique_a_n"), Is.EqualTo(new[] { "1 2" }));
    }

    [Test]
    public async Task A_failing_unit_test_shows_the_difference()
    {
        project.With("models/a.sql", "select 1 as n").With("models/b.sql", "select n + 1 as n from {{ ref('a') }}").With("models/_schema.yml", """
            unit_tests:
              - name: adds_two
                model: b
                given:
                  - input: ref('a')
                    rows: [{n: 40}]
                expect:
                  rows: [{n: 42}]

            """);
        CommandRun build = await project.RunAsync("build");
        Assert.That(build.ExitCode, Is.EqualTo(ExitCodes.Failure), build.Text);
        Assert.That(build.Out + build.Errors, Does.Contain("41").And.Contain("42").And.Contain("adds_two"));
        Assert.That(await project.ColumnAsync("select table_name from information_schema.tables where table_schema = 'analytics' and table_name = 'b'"), Is.Empty);
    }

    [Test]
    public async Task A_changed_seed_is_loaded_again()
    {
        project.With("seeds/s.csv", "id,name\n1,Ada\n2,\"Ben, the \"\"second\"\"\"\n");
        Assert.That((await project.RunAsync("seed")).ExitCode, Is.Zero);
        project.With("seeds/s.csv", "id,name\n3,Cyd\n");
        Assert.That((await project.RunAsync("seed")).ExitCode, Is.Zero);
        Assert.That(await project.ColumnAsync("select id || ' ' || name from analytics.s"), Is.EqualTo(new[] { "3 Cyd" }));
    }

    [Test]
    public async Task Unchanged_seeds_are_skipped_only_with_the_flag()
    {
        project.With("seeds/s.csv", "id,name\n1,Ada\n").With("models/m.sql", "select * from {{ ref('s') }}");
        Assert.That((await project.RunAsync("seed", "--skip-unchanged-seeds")).Out, Does.Contain("1 row"));
        CommandRun build = await project.RunAsync("build", "--skip-unchanged-seeds");
        Assert.That(build.ExitCode, Is.Zero, build.Text);
        Assert.That(build.Out, Does.Contain("unchanged since it was loaded").And.Contain("NO-OP=1 TOTAL=2"));
        project.With("project.yml", project.Read("project.yml") + "\nflags: {skip_unchanged_seeds: true}\n");
        Assert.That((await project.RunAsync("seed")).Out, Does.Contain("unchanged since it was loaded"));
        Assert.That((await project.RunAsync("seed", "--no-skip-unchanged-seeds")).Out, Does.Contain("1 row"));
    }

    [Test]
    public async Task Artifacts_have_dbts_keys()
    {
        project.With("models/a.sql", "select 1 as n").With("models/_schema.yml", UniqueN);
        await project.RunAsync("build");
        using JsonDocument results = JsonDocument.Parse(project.Read("target/run_results.json"));
        using JsonDocument manifest = JsonDocument.Parse(project.Read("target/manifest.json"));
        Assert.That(Keys(results.RootElement), Is.SupersetOf(new[] { "metadata", "results", "elapsed_time", "args" }));
        Assert.That(Keys(results.RootElement.GetProperty("results")[0]), Is.SupersetOf(new[]
        {
            "status", "timing", "thread_id", "execution_time", "adapter_response", "message", "failures", "unique_id", "compiled", "compiled_code", "relation_name",
        }));
        Assert.That(Keys(manifest.RootElement), Is.SupersetOf(new[]
        {
            "metadata", "nodes", "sources", "macros", "docs", "exposures", "metrics", "groups", "selectors", "disabled", "parent_map", "child_map", "unit_tests",
        }));
        Assert.That(manifest.RootElement.GetProperty("nodes").TryGetProperty("model.shop.a", out _), Is.True);
    }

    [Test]
    public async Task Json_progress_is_one_object_a_line()
    {
        project.With("models/a.sql", "select 1 as n").With("models/_schema.yml", UniqueN);
        CommandRun build = await project.RunAsync("build", "--log-format", "json");
        string[] lines = build.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.That(lines, Is.Not.Empty);
        foreach (string line in lines)
        {
            using JsonDocument entry = JsonDocument.Parse(line);
            Assert.That(Keys(entry.RootElement), Is.SupersetOf(new[] { "info", "data" }));
            Assert.That(Keys(entry.RootElement.GetProperty("info")), Is.SupersetOf(new[] { "name", "code", "level", "ts", "msg", "thread", "pid", "invocation_id" }));
        }
    }

    [Test]
    public async Task Json_progress_names_events_as_dbt_does()
    {
        project.With("models/a.sql", "{{ log('hello', info=true) }}select 1 as n").With("models/_schema.yml", UniqueN);
        CommandRun build = await project.RunAsync("build", "--log-format", "json");
        JsonElement[] events = [.. build.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement)];
        Assert.That(
            events.Select(e => $"{e.GetProperty("info").GetProperty("code")} {e.GetProperty("info").GetProperty("name")}").Distinct(),
            Is.EqualTo(new[] { "Q027 ConcurrencyLine", "Q011 LogStartLine", "I062 JinjaLogInfo", "Q012 LogModelResult", "Q007 LogTestResult", "Z023 StatsLine" }));
        JsonElement built = events.Single(e => e.GetProperty("info").GetProperty("code").GetString() == "Q012").GetProperty("data");
        Assert.That(built.GetProperty("status").GetString(), Is.EqualTo("CREATE VIEW"));
        JsonElement node = built.GetProperty("node_info");
        Assert.That(node.GetProperty("node_status").GetString(), Is.EqualTo("success"));
        Assert.That(node.GetProperty("node_relation").GetProperty("schema").GetString(), Is.EqualTo("analytics"));
        Assert.That(events[^1].GetProperty("data").GetProperty("stats").GetProperty("pass").GetInt32(), Is.EqualTo(2));
    }

    [Test]
    public async Task Seeds_can_show_their_first_rows()
    {
        project.With("seeds/people.csv", "id,name\n1,Ada\n2,Ben\n");
        CommandRun seed = await project.RunAsync("seed", "--show");
        Assert.That(seed.ExitCode, Is.Zero, seed.Text);
        Assert.That(seed.Out, Does.Contain("analytics.people:\n").And.Contain("Ada").And.Contain("Ben"));
        Assert.That((await project.RunAsync("seed")).Out, Does.Not.Contain("Ada"));
    }

    [Test]
    public async Task Debug_tells_where_profiles_are_or_tries_the_connection_alone()
    {
        Assert.That((await project.RunAsync("debug", "--config-dir")).Out, Is.EqualTo($"{project.Folder}\n"));
        CommandRun connection = await project.RunAsync("debug", "--connection");
        Assert.That(connection.ExitCode, Is.Zero, connection.Text);
        Assert.That(connection.Out, Does.StartWith("connection").And.Contain("ok: PostgreSQL"));
    }

    [TestCase("--clean-project-files-only")]
    [TestCase("--no-clean-project-files-only")]
    public async Task Clean_takes_dbts_flags_and_deletes_within_the_project(string flag)
    {
        project.With("target/manifest.json", "{}");
        CommandRun clean = await project.RunAsync("clean", flag);
        Assert.That(clean.ExitCode, Is.Zero, clean.Text);
        Assert.That(Directory.Exists(Path.Combine(project.Folder, "target")), Is.False);
    }

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(p => p.Name);
}
