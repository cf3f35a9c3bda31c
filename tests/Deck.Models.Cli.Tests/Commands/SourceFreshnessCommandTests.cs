using System.Text.Json;

namespace Deck.Models.Cli.Tests.Commands;

[TestFixture]
internal sealed class SourceFreshnessCommandTests
{
    private const string Sources = """
        sources:
          - name: raw
            config:
              freshness: {warn_after: {count: 1, period: day}, error_after: {count: 10, period: day}}
              loaded_at_field: at
            tables:
              - name: new
              - name: stale
              - name: old
              - name: empty
              - {name: filtered, identifier: old, config: {freshness: {warn_after: {count: 1, period: hour}, error_after: null, filter: "id = 1 -- the newest"}}}
              - {name: asked, config: {loaded_at_query: "select max(at) from {{ this }} where id < {{ var('below', 2) }};"}, identifier: old}
              - {name: unlimited, config: {freshness: null}}
        """;

    private TestProject project = null!;

    [SetUp]
    public async Task Create()
    {
        project = await TestProject.CreateAsync();
        project.With("models/_s.yml", Sources);
        await project.Database.RunAsync("""
            create schema raw;
            create table raw.new as select 1 as id, now() as at;
            create table raw.stale as select 1 as id, (now() at time zone 'UTC') - interval '2 days' as at;
            create table raw.old as select 1 as id, now() - interval '11 days' as at union all select 2, now() - interval '20 days';
            create table raw.empty (id int, at timestamptz);
            create table raw.dated as select 1 as id, current_date as at
            """);
    }

    [TearDown]
    public async Task Drop() => await project.DisposeAsync();

    [Test]
    public async Task Each_table_is_compared_with_its_limits()
    {
        CommandRun run = await project.RunAsync("source", "freshness");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Failure), run.Text);
        Assert.That(Statuses(), Is.EquivalentTo(new[] { "asked error", "empty error", "filtered warn", "new pass", "old error", "stale warn" }));
        Assert.That(run.Out, Does.Contain("PASS=1 WARN=2 ERROR=3 TOTAL=6").And.Contain("warn  raw.stale     newest row 2 days old"));
    }

    [Test]
    public async Task The_hooks_of_the_project_run_around_the_check()
    {
        project.With("project.yml", project.Read("project.yml") + """
            on-run-start: create table raw.begun (at timestamptz)
            on-run-end: create table raw.ended as {% for r in results %}select '{{ r.node.name }} {{ r.status }}' as told {{ 'union all ' if not loop.last }}{% endfor %}
            """);
        await project.RunAsync("source", "freshness", "--select", "source:raw.stale", "source:raw.new");

        Assert.That(await project.ColumnAsync("select told from raw.ended order by 1"), Is.EqualTo(new[] { "new pass", "stale warn" }));
        Assert.That(await project.ColumnAsync("select 'begun' from raw.begun"), Is.Empty);
    }

    [Test]
    public async Task A_flag_of_the_project_leaves_the_hooks_out()
    {
        project.With("project.yml", project.Read("project.yml") + "on-run-start: select 1/0\nflags: {source_freshness_run_project_hooks: false}\n");

        CommandRun run = await project.RunAsync("source", "freshness", "--select", "source:raw.new");

        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(run.Errors, Does.Contain("warning DECK0791"));
    }

    [Test]
    public async Task A_hook_that_fails_stops_the_check()
    {
        project.With("project.yml", project.Read("project.yml") + "on-run-start: select 1/0\n");

        CommandRun run = await project.RunAsync("source", "freshness", "--select", "source:raw.new");

        Assert.That(run.ExitCode, Is.EqualTo(1), run.Text);
        Assert.That(run.Errors, Does.Contain("division by zero"));
        Assert.That(Statuses(), Is.Empty);
    }

    [Test]
    public async Task The_projects_own_macro_is_asked()
    {
        project.With("macros/fresh.sql", """
            {% macro collect_freshness(source, loaded_at_field, filter) %}
              {% call statement('own', fetch_result=True) %}
                select timestamp '2024-01-03 00:00:00' - count(*) * interval '1 hour' as max_loaded_at, timestamp '2024-01-03 02:30:00' as snapshotted_at from {{ source }} where {{ filter or 'true' }}
              {% endcall %}
              {{ return(load_result('own')) }}
            {% endmacro %}
            """);
        CommandRun run = await project.RunAsync("source", "freshness", "--select", "source:raw.new", "source:raw.filtered", "source:raw.old");

        Assert.That(Statuses(), Is.EquivalentTo(new[] { "filtered warn", "new pass", "old pass" }), run.Text);
        Assert.That(project.Read("target/sources.json"), Does.Contain("\"max_loaded_at\":\"2024-01-02T22:00:00+00:00\""));
    }

    [Test]
    public async Task A_warning_fails_nothing()
    {
        CommandRun run = await project.RunAsync("source", "freshness", "--select", "source:raw.stale", "--output", "elsewhere/fresh.json");
        Assert.That(run.ExitCode, Is.Zero, run.Text);
        Assert.That(File.Exists(Path.Combine(project.Folder, "elsewhere/fresh.json")));
    }

    [Test]
    public async Task A_table_that_cannot_be_asked_says_nothing_of_the_others()
    {
        project.With("models/_more.yml", "sources: [{name: more, schema: raw, config: {loaded_at_field: at, freshness: {warn_after: {count: 1, period: day}}}, tables: [{name: absent}, {name: dated}]}]");
        CommandRun run = await project.RunAsync("source", "freshness", "--select", "source:raw.new", "source:more");
        Assert.That(run.ExitCode, Is.EqualTo(ExitCodes.Failure), run.Text);
        Assert.That(Statuses(), Is.EquivalentTo(new[] { "absent runtime error", "dated runtime error", "new pass" }));
        Assert.That(run.Errors, Does.Contain("models/_more.yml").And.Contain("\"raw.absent\" does not exist").And.Contain("is a date"));
    }

    private string[] Statuses()
    {
        using JsonDocument sources = JsonDocument.Parse(File.ReadAllText(Path.Combine(project.Folder, "target", "sources.json")));
        return [.. sources.RootElement.GetProperty("results").EnumerateArray().Select(r => $"{r.GetProperty("unique_id").GetString()!.Split('.')[^1]} {r.GetProperty("status").GetString()}")];
    }
}
