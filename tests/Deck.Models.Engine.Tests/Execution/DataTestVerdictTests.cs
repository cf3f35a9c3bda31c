using Deck.Models.Engine.Warnings;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Tests.Planning;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Execution;

/// <summary>What a data test asks the server, and what it makes of the answer.</summary>
public sealed class DataTestVerdictTests
{
    [TestCase("severity='error'", true, true, NodeStatus.Fail, 2, "Got 2 results, configured to fail if != 0")]
    [TestCase("severity='error'", false, false, NodeStatus.Pass, 0, null)]
    [TestCase("severity='warn'", true, true, NodeStatus.Warn, 2, "Got 2 results, configured to warn if != 0")]
    [TestCase("severity='WARN'", true, true, NodeStatus.Warn, 2, "Got 2 results, configured to warn if != 0")]
    [TestCase("severity='warn'", false, true, NodeStatus.Pass, 0, null)]
    [TestCase("error_if='> 10', warn_if='> 1'", true, false, NodeStatus.Warn, 2, "Got 2 results, configured to warn if > 1")]
    [TestCase("error_if='> 10', warn_if='> 1'", true, true, NodeStatus.Fail, 2, "Got 2 results, configured to fail if > 10")]
    public async Task Severity_and_thresholds_decide(string config, bool warns, bool fails, NodeStatus status, long failures, string? message)
    {
        NodeResult result = await RunAsync(config, new FakeDatabase().WhenTested("'bad'", 2, warns, fails));

        Assert.That((result.Status, result.Message, result.Failures), Is.EqualTo((status, message, (long?)failures)));
    }

    [Test]
    public async Task A_warning_is_a_failure_where_warnings_are_errors()
    {
        NodeResult result = await RunAsync("severity='warn'", new FakeDatabase().WhenTested("'bad'", 1, warns: true, fails: true), SmallProject.Settings() with { Command = "test", Warnings = WarningPolicy.Strict });

        Assert.That((result.Status, result.Message), Is.EqualTo((NodeStatus.Fail, "Got 1 result, configured to warn if != 0")));
    }

    [Test]
    public async Task A_test_without_a_number_is_an_error()
    {
        FakeDatabase database = new FakeDatabase().When("'bad'", new QueryResult([], [[null, null, null]], "SELECT 1"));

        NodeResult result = await RunAsync("fail_calc='max(x)'", database);

        Assert.That(result.Diagnostics.Select(d => $"{d.Code}"), Is.EqualTo(new[] { "DECK0773" }));
    }

    [Test]
    public async Task The_query_is_dbts()
    {
        FakeDatabase database = new();
        await RunAsync("fail_calc='sum(n)', warn_if='>1', error_if='>2', limit=5", database);

        Assert.That(database.Statements.Single(), Is.EqualTo("""
            select
              sum(n) as failures,
              sum(n) >1 as should_warn,
              sum(n) >2 as should_error
            from (
            select 'bad'
            limit 5
            ) dbt_internal_test
            """));
    }

    [Test]
    public async Task A_where_config_narrows_what_a_generic_test_reads()
    {
        FakeDatabase database = new();
        PlannedProject project = PlannedProject.Of(
            "test",
            ("models/users.sql", "select 1 as id"),
            ("models/schema.yml", "models: [{name: users, columns: [{name: id, data_tests: [{not_null: {config: {where: 'id > 5'}}}]}]}]"));
        await project.RunAsync(database);

        Assert.That(database.Statements.Single(), Does.Contain("(select * from \"shop\".\"analytics\".\"users\" where id > 5) dbt_subquery"));
    }

    [Test]
    public async Task Failures_are_stored_in_the_same_transaction_as_the_verdict()
    {
        FakeDatabase database = new();
        await RunAsync("store_failures=true", database);

        Assert.That(database.Batches[^1].InTransaction, Is.True);
        Assert.That(database.Batches[^1].Statements.Select(s => s.Text.Split('\n')[0]), Is.EqualTo(new[] { "select pg_advisory_xact_lock(hashtext('deckmodel turn'), hashtext('\"analytics_dbt_test__audit\".\"bad\"'))", "drop table if exists \"analytics_dbt_test__audit\".\"bad\"", "create table \"analytics_dbt_test__audit\".\"bad\" as (", "select" }));
        Assert.That(database.Statements[^1], Does.Contain("from \"shop\".\"analytics_dbt_test__audit\".\"bad\""));
    }

    private static async Task<NodeResult> RunAsync(string config, FakeDatabase database, Deck.Models.Engine.InvocationSettings? settings = null) =>
        (await PlannedProject.Of(settings ?? SmallProject.Settings() with { Command = "test" }, ("tests/bad.sql", $"{{{{ config({config}) }}}}select 'bad'")).RunAsync(database)).Results.Single();
}
