using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>The macro library's functions on dates give dbt's values, of dbt's types (observed on dbt 1.latest).</summary>
public sealed class DateFunctionTests
{
    private const string Early = "'2021-12-31 23:59:58.7'::timestamp";
    private const string Late = "'2024-02-29 01:02:03.25'::timestamp";

    private TestDatabase database = null!;

    [SetUp]
    public async Task CreateDatabase()
    {
        database = await PostgresFixture.CreateDatabaseAsync();
        await database.RunAsync("create schema app");
    }

    [TearDown]
    public async Task DropDatabase() => await database.DisposeAsync();

    [TestCase("year", "3", "double precision")]
    [TestCase("quarter", "9", "double precision")]
    [TestCase("month", "26", "double precision")]
    [TestCase("week", "113", "integer")]
    [TestCase("day", "790", "integer")]
    [TestCase("hour", "18938", "double precision")]
    [TestCase("minute", "1136223", "double precision")]
    [TestCase("second", "68173325", "double precision")]
    [TestCase("millisecond", "68173324550", "double precision")]
    [TestCase("microsecond", "68173324550000", "double precision")]
    public async Task A_difference_counts_boundaries(string part, string count, string type)
    {
        string forth = $$$"""{{ dbt.datediff("{{{Early}}}", "{{{Late}}}", '{{{part}}}') }}""";
        string back = $$$"""{{ dbt.datediff("{{{Late}}}", "{{{Early}}}", '{{{part}}}') }}""";
        Assert.That(await AskAsync($"{forth}::text || ' ' || {back}::text || ' ' || pg_typeof({forth})"), Is.EqualTo($"{count} -{count} {type}"));
    }

    [TestCase("2024-03-02", "2024-03-03", "1", TestName = "A week ends on Saturday")]
    [TestCase("2024-03-03", "2024-03-04", "0", TestName = "A week begins on Sunday")]
    [TestCase("2024-03-06", "2024-02-28", "-2", TestName = "A whole week back counts twice, as in dbt")]
    public async Task Weeks_are_counted(string first, string second, string weeks) =>
        Assert.That(await AskAsync($$$"""{{ dbt.datediff("'{{{first}}}'::date", "'{{{second}}}'::date", 'week') }}"""), Is.EqualTo(weeks));

    [Test]
    public async Task A_series_is_of_floating_point_numbers() =>
        Assert.That(
            await AskAsync("(select string_agg(pg_typeof(generated_number)::text || generated_number, ' ') from ({{ dbt.generate_series(2) }}) as s)"),
            Is.EqualTo("double precision1 double precision2"));

    private async Task<string> AskAsync(string expression)
    {
        BuiltProject project = new(database);
        await project.BuildAsync(("a", $"select {expression} as answer"));
        return await project.AskAsync("select answer::text from app.a");
    }
}
