using System.Globalization;
using Deck.Models.Engine.Reporting;
using Deck.Models.Postgres.Tests.Materializations;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Testing.Databases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.DataTests;

/// <summary>Tests that share a query come to what each comes to by itself.</summary>
public sealed class FusedTestsTests
{
    private TestDatabase database = null!;
    private CountingProxy proxy = null!;
    private PostgresDatabase over = null!;
    private BuiltProject project = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        database = await PostgresFixture.CreateDatabaseAsync();
        proxy = CountingProxy.To(database);
        over = database.Through(proxy);
        project = new BuiltProject(database) { Over = over };
        await database.RunAsync("create schema app", "create type app.pair as (n int, t text)");
    }

    [TearDown]
    public async Task DropDatabase()
    {
        await over.DisposeAsync();
        await proxy.DisposeAsync();
        await database.DisposeAsync();
    }

    [TestCase(1, 1)]
    [TestCase(2, 4)]
    [TestCase(3, 2)]
    public async Task Any_tests_give_the_same_fused_and_one_by_one(int seed, int threads)
    {
        (int fused, int single) = await CompareAsync(new RandomTests(seed, hasMistakes: false), threads);

        Assert.That(fused, Is.LessThan(single * 3 / 4));
    }

    [TestCase(4, 1)]
    [TestCase(5, 4)]
    public async Task Where_the_server_refuses_some_only_these_are_errors(int seed, int threads) =>
        await CompareAsync(new RandomTests(seed, hasMistakes: true), threads);

    [TestCase("a int", "i % 1999", true)]
    [TestCase("a int unique", "i", false)]
    [TestCase("a int unique deferrable", "i", false)]
    [TestCase("a int, b int, unique (a, b)", "i % 1999, i", true)]
    [TestCase("a text", "'x' || i % 1999", true)]
    [TestCase("a text", "'x' || i", false)]
    [TestCase("a text collate app.caseless", "case i when 1 then 'A' when 2 then 'a' else 'x' || i end", true)]
    [TestCase("a varchar(20)", "i::text", false)]
    [TestCase("a char(20)", "case i when 1 then '2 ' else i::text end", true)]
    [TestCase("a numeric", "case i when 1 then 2.0 when 2 then 2.00 else i end", true)]
    [TestCase("a float8", "case i when 1 then 0 when 2 then -0.0::float8 else i end", true)]
    [TestCase("a jsonb", "jsonb_build_object('n', i % 1999)", true)]
    [TestCase("a money", "i", false)]
    [TestCase("a app.pair", "row(i, null)::app.pair", false)]
    [TestCase("a timestamptz", "to_timestamp(i % 1999)", true)]
    [TestCase("a int", "null", false)]
    public async Task A_repetition_in_a_large_table_is_found_whatever_its_type(string columns, string values, bool isRepeated)
    {
        await database.RunAsync(
            "create collation app.caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false)",
            $"create table app.large (pad text, {columns})",
            "alter table app.large alter pad set storage plain",
            $"insert into app.large select repeat('x', 6000), {values} from generate_series(1, 2000) i");
        (string, string) file = ("models/schema.yml", "sources: [{name: app, tables: [{name: large, columns: [{name: a, data_tests: [unique, not_null]}]}]}]");

        string[] fused = await ResultsAsync([file], fuse: true);
        Assert.That(fused, Has.Some.StartsWith($"source_unique_app_large_a {(isRepeated ? "Fail 1" : "Pass 0")}"));
        Assert.That(fused, Is.EqualTo(await ResultsAsync([file], fuse: false)));
    }

    [TestCase("json", "'1'")]
    [TestCase("xml", "'<a/>'")]
    [TestCase("point", "'(1,1)'")]
    [TestCase("box", "'(1,1),(0,0)'")]
    [TestCase("circle", "'<(1,1),1>'")]
    public async Task A_type_that_knows_no_groups_is_an_error_as_it_is_alone(string type, string value)
    {
        await database.RunAsync($"create table app.odd (a {type}, b int)", $"insert into app.odd values ({value}, 1)");
        (string, string) file = ("models/schema.yml", $"sources: [{{name: app, tables: [{{name: odd, columns: [{{name: a, data_tests: [not_null, accepted_values: {{values: [{value}]}}]}}, {{name: b, data_tests: [not_null]}}]}}]}}]");

        string[] fused = await ResultsAsync([file], fuse: true);

        Assert.That(fused, Has.Exactly(1).Contains(" Error ").And.Exactly(2).Contains(" Pass "));
        Assert.That(fused, Is.EqualTo(await ResultsAsync([file], fuse: false)));
    }

    [Test]
    public async Task One_test_that_the_server_refuses_leaves_the_others_together()
    {
        string[] columns = [.. Enumerable.Range(1, 32).Select(i => $"c{i}")];
        await database.RunAsync($"create table app.wide ({string.Join(", ", columns.Select(c => $"{c} int"))})", $"insert into app.wide values ({string.Join(", ", columns.Select(_ => "1"))})");
        project.Threads = 1;
        (string, string) file = ("models/schema.yml", $"sources: [{{name: app, tables: [{{name: wide, columns: [{string.Join(", ", columns.Append("gone").Select(c => $"{{name: {c}, data_tests: [not_null]}}"))}]}}]}}]");

        string[] fused = await ResultsAsync([file], fuse: true);

        Assert.That(proxy.Take(), Is.LessThan(16));
        Assert.That(fused, Is.EqualTo(await ResultsAsync([file], fuse: false)));
    }

    [Test]
    public async Task A_unique_index_proves_a_column_unique_but_not_what_inherits_it()
    {
        await database.RunAsync(
            "create table app.large (id int primary key, pad text)",
            "alter table app.large alter pad set storage plain",
            "insert into app.large select i, repeat('x', 6000) from generate_series(1, 2000) i");
        (string, string) file = ("models/schema.yml", "sources: [{name: app, tables: [{name: large, columns: [{name: id, data_tests: [unique]}]}]}]");
        string[] alone = await ResultsAsync([file], fuse: true);

        await database.RunAsync("create table app.child () inherits (app.large)", "insert into app.child values (1)");
        string[] inherited = await ResultsAsync([file], fuse: true);

        Assert.That((alone[0].Split(' ')[1], inherited[0].Split(' ')[1]), Is.EqualTo(("Pass", "Fail")));
    }

    /// <summary>Runs the same tests both ways and gives the exchanges of each.</summary>
    private async Task<(int Fused, int Single)> CompareAsync(RandomTests made, int threads)
    {
        project.Threads = threads;
        await database.RunAsync([.. made.Tables()]);
        (string, string)[] files = [("models/schema.yml", made.Properties(250)), ("macros/expression_is_true.sql", RandomTests.Macro)];

        string[] fused = await ResultsAsync(files, fuse: true);
        int exchanges = proxy.Take();
        string[] single = await ResultsAsync(files, fuse: false);

        Assert.That(fused, Is.EqualTo(single));
        Assert.That(single.Count(r => r.Contains(" Error ", StringComparison.Ordinal)), made.HasMistakes ? Is.Positive : Is.Zero, string.Join('\n', single.Where(r => r.Contains(" Error ", StringComparison.Ordinal))));
        Assert.That(single, Has.Some.Contains(" Pass ").And.Some.Contains(" Fail ").And.Some.Contains(" Warn "));
        return (exchanges, proxy.Take());
    }

    /// <summary>Everything that a result says but its times and its thread, and the failures that were stored.</summary>
    private async Task<string[]> ResultsAsync((string, string)[] files, bool fuse)
    {
        project.FuseTests = fuse;
        RunResult run = await project.RunAsync(files);
        string stored = await project.AskAsync("""
            select c.relname::text || ' ' || c.relkind::text || ' ' || query_to_xml(format('select count(*), md5(string_agg(t::text, ''|'' order by t::text)) from %s t', c.oid::regclass), true, true, '')::text
            from pg_class c where c.relnamespace = to_regnamespace('app_dbt_test__audit') and c.relkind in ('r', 'v') order by 1
            """);
        await database.RunAsync("drop schema if exists app_dbt_test__audit cascade");
        return [.. run.Results.Select(Describe).Order(StringComparer.Ordinal), stored];
    }

    private static string Describe(NodeResult result) => string.Create(
        CultureInfo.InvariantCulture,
        $"{result.Node.Name} {result.Status} {result.Failures} {result.Message} {result.Response} {result.CompiledCode} {result.ExecutedSql} {string.Join('\n', result.Diagnostics.Select(DiagnosticFormatter.Format))}");
}
