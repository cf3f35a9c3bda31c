using System.Runtime.CompilerServices;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Reporting;
using Deck.Models.Testing.Cases;
using Deck.Models.Testing.Databases;
using Deck.Models.Testing.Files;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Snapshots of every strategy and form over a source that changes between the runs. What is expected was written by dbt itself, with times of a run as its number.</summary>
public sealed class SnapshotHistoryTests
{
    private const string Stamps = """
        select name || ': ' || (
          select string_agg(case
            when key in ('dbt_scd_id', 'version_id') and is_stamped then 'hash'
            when value ~ '^\d{4}-\d\d-\d\dT' and value::timestamp between began and '9999-01-01' then 'run ' || (select count(*) from runs where at <= value::timestamp)
            else coalesce(value, 'null') end, ', ' order by key)
          from jsonb_each_text(fields))
        from (
          select name, fields, coalesce(fields ->> 'dbt_valid_from', fields ->> 'since')::timestamp >= (select min(at) from runs) as is_stamped, (select min(at) from runs) as began
          from versions) as stamped
        """;

    [Test]
    public async Task Every_strategy_keeps_the_history_that_dbt_keeps()
    {
        await using TestDatabase database = await PostgresFixture.CreateDatabaseAsync();
        string folder = Path.Combine(Path.GetDirectoryName(Here())!, "Cases", "snapshots");
        BuiltProject project = new(database);
        await database.RunAsync("create table runs (at timestamp)", "create table versions (name text, fields jsonb)");

        foreach (string step in (await File.ReadAllTextAsync(Path.Combine(folder, "steps.sql"))).Split("--\n"))
        {
            await database.RunAsync([.. step.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries), "insert into runs select now()"]);
            RunResult run = await project.RunAsync(new FolderProjectFiles(folder));
            Assert.That(run.Results.Where(r => r.Status is not (NodeStatus.Success or NodeStatus.Pass)).Select(r => $"{r.Node.Name}: {r.Message}"), Is.Empty);
        }

        Baseline.Check(Path.Combine(folder, "expected.txt"), await HistoryAsync(database));
    }

    private static async Task<string> HistoryAsync(TestDatabase database)
    {
        IReadOnlyList<string?[]> tables = await database.RunAsync("select relname from pg_class where relnamespace = 'app'::regnamespace and relkind = 'r'");
        await database.RunAsync([.. tables.Select(t => $"insert into versions select '{t[0]}', to_jsonb(s) from app.{t[0]} s")]);
        return string.Join('\n', (await database.RunAsync(Stamps)).Select(r => r[0]).Order(StringComparer.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
