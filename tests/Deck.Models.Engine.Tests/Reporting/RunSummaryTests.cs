using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Tests.Planning;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Reporting;

/// <summary>A run in figures.</summary>
public sealed class RunSummaryTests
{
    [Test]
    public async Task The_closing_line_counts_as_dbt_does()
    {
        PlannedProject project = PlannedProject.Of(
            "build",
            ("models/a.sql", "select 'a' as id"),
            ("models/b.sql", "select 'b' as id"),
            ("models/c.sql", "select 'c' as id from {{ ref('b') }}"),
            ("models/schema.yml", "models: [{name: a, columns: [{name: id, data_tests: [not_null]}]}]"));
        RunSummary summary = RunSummary.Of(await project.RunAsync(new FakeDatabase().Fails("'b'").WhenTested("where id is null", 1, warns: true, fails: false)));

        Assert.That(summary.Line, Is.EqualTo("PASS=1 WARN=1 ERROR=1 SKIP=1 NO-OP=0 TOTAL=4"));
        Assert.That(summary.HintsOf("out/run"), Has.Some.Contains("`deckmodel retry`").And.Some.Contains("`out/run`"));
    }

    [Test]
    public async Task After_a_good_run_there_is_nothing_to_do()
    {
        RunSummary summary = RunSummary.Of(await PlannedProject.Of("run", ("models/a.sql", "select 1 as id")).RunAsync(new FakeDatabase()));

        Assert.That(summary.HintsOf("out/run"), Is.Empty);
        Assert.That(summary.Line, Is.EqualTo("PASS=1 WARN=0 ERROR=0 SKIP=0 NO-OP=0 TOTAL=1"));
    }
}
