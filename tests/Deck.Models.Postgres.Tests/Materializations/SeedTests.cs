using System.Text;
using Deck.Models.Engine.Reporting;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Seeds, from their files to their tables.</summary>
public sealed class SeedTests
{
    private const int SeedsPerRun = 80;

    private static readonly string[][] Pools =
    [
        ["1", "-2", "007", "12", "", "30"],
        ["1.50", "0.10", "-3", "1.0", ""],
        ["12345678901", "-5", "1.0"],
        ["1e3", "$1,000", "-0", "7%", "99999999999999999999"],
        ["2026-01-02", "2024-02-29", "", "2026-1-3"],
        ["2026-01-02 10:00:00", "2026-01-02 09:05:01", ""],
        ["2026-01-02T10:00:00Z", "2026-01-02T10:00:00.5Z", "2026-01-02T10:00:00.123456", "2026-01-02T10:00:00+02:00"],
        ["true", "FALSE", "True", " true "],
        ["x", "é ", "a b", "", "a,b;c", "a\nb", "a\r\nb", "say \"hi\"", "\\", "\t"],
        ["x", "null", "NULL", " ", "\\.", "\\N", "\u00A0", "-", "1"],
    ];

    private TestDatabase database = null!;
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateProject()
    {
        database = await PostgresFixture.CreateDatabaseAsync();
        project = new BuiltProject(database);
    }

    [TearDown]
    public async Task DropProject() => await database.DisposeAsync();

    [Test]
    public async Task Rows_that_stay_as_they_are_are_those_that_would_be_written_anew([Values(1, 2, 3)] int seed)
    {
        Random random = new(seed);
        List<(string, string)> files = [("seeds/seeds.yml", "seeds:\n" + string.Concat(Enumerable.Range(0, SeedsPerRun / 4).Select(i => Semicolons(i, 'a') + Semicolons(i, 'b'))))];
        for (int i = 0; i < SeedsPerRun; i++)
        {
            string csv = Csv(random, i < SeedsPerRun / 4 ? ';' : ',');

            // An empty line, which is no row, has to be left out, and so all rows are written anew.
            files.AddRange([($"seeds/a{i}.csv", csv), ($"seeds/b{i}.csv", csv + "\n")]);
        }

        RunResult run = await project.RunAsync([.. files]);
        Assert.That(run.Results.Select(r => r.Message).Where(m => m?.StartsWith("INSERT", StringComparison.Ordinal) != true), Is.Empty);
        for (int i = 0; i < SeedsPerRun; i++)
        {
            Assert.That(await TableAsync($"a{i}"), Is.EqualTo(await TableAsync($"b{i}")), () => files.First(f => f.Item1 == $"seeds/a{i}.csv").Item2);
        }
    }

    [Test]
    public async Task Null_in_quotes_is_null_in_every_type()
    {
        await project.BuildAsync(("seeds/s.csv", "Id,amount,day,note\n\"1\",\"\",\"\",\"\"\n,\"2.5\",\"2026-01-02\",\"x\"\n"));

        Assert.That(await project.AskAsync("select * from app.s order by 1"), Is.EqualTo("1, null, null, null; null, 2.5, 2026-01-02, x"));
    }

    [TestCase("", false, "INSERT 2")]
    [TestCase("", true, "CREATE 2")]
    [TestCase("seeds: [{name: s, config: {full_refresh: true}}]", false, "CREATE 2")]
    [TestCase("seeds: [{name: s, config: {full_refresh: false}}]", true, "INSERT 2")]
    public async Task The_answer_tells_whether_it_was_a_full_refresh(string properties, bool fullRefresh, string expected)
    {
        project.FullRefresh = fullRefresh;
        RunResult run = await project.RunAsync(("seeds/s.csv", "id\n1\n2\n"), ("seeds/s.yml", properties));

        Assert.That(run.Results.Single().Message, Is.EqualTo(expected));
    }

    [Test]
    public async Task A_short_row_is_loaded_with_a_warning()
    {
        NodeResult result = (await project.RunAsync(("seeds/s.csv", "id,name\n1,Ada\n2\n"))).Results.Single();

        Assert.That(result.Status, Is.EqualTo(NodeStatus.Success));
        Assert.That(result.Diagnostics.Single().ToString(), Is.EqualTo("seeds/s.csv:3:1: DECK0341: the row has 1 field, but the header has 2; the missing ones are null"));
    }

    private static string Semicolons(int i, char name) => $"- name: {name}{i}\n  config: {{delimiter: ';'}}\n";

    private static string Csv(Random random, char delimiter)
    {
        string[][] columns = [.. Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Pools[random.Next(Pools.Length)])];
        string lineBreak = random.Next(2) == 0 ? "\n" : "\r\n";
        StringBuilder csv = new("k" + string.Concat(columns.Select((_, i) => $"{delimiter}c{i}")) + lineBreak);
        int limit = 1 + random.Next(3);
        for (int row = 0; row < 6; row++)
        {
            string[] values = [$"{row}", .. columns.Select(pool => pool[random.Next(Math.Min(limit * 2, pool.Length))])];
            csv.Append(string.Join(delimiter, values.Select(v => Field(random, v, delimiter)))).Append(lineBreak);
        }

        return csv.ToString();
    }

    private static string Field(Random random, string value, char delimiter) =>
        random.Next(4) == 0 || value.AsSpan().ContainsAny([delimiter, '"', '\n', '\r']) ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : value;

    private Task<string> TableAsync(string name) => project.AskAsync(
        $"select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum), (select json_agg(t order by k)::text from app.{name} t) from pg_attribute a where a.attrelid = 'app.{name}'::regclass and a.attnum > 0");
}
