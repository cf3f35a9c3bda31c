using Deck.Models.Postgres.Tests.Materializations;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Faults;

/// <summary>A run through a pooler in transaction mode relies on nothing that a session keeps.</summary>
public sealed class PoolerTests
{
    private FaultBench bench = null!;

    [SetUp]
    public async Task CreateBench() => bench = await FaultBench.CreateAsync();

    [TearDown]
    public async Task DropBench() => await bench.DisposeAsync();

    [TestCaseSource(typeof(FaultCases), nameof(FaultCases.All))]
    public async Task Every_materialization_works(FaultCase work)
    {
        BuiltProject plain = await bench.PrepareAsync(work, 0);
        await plain.BuildAsync(work.Then);
        BuiltProject pooled = await bench.PrepareAsync(work, 0);
        pooled.Over = new TransactionPooler(bench.Database.Database);
        await pooled.BuildAsync(work.Then);

        Assert.That(bench.Content(pooled, work), Is.EqualTo(bench.Content(plain, work)));
    }

    [Test]
    public async Task A_view_that_no_longer_fits_stays_down_until_its_turn()
    {
        FaultCase work = new("view over a table", [("a", "{{ config(materialized='table') }}select 1 as id, 2 as x"), ("m", "select x from {{ ref('a') }}")], [("a", "{{ config(materialized='table') }}select 3 as id"), ("m", "select id as x from {{ ref('a') }}")]);
        BuiltProject project = await bench.PrepareAsync(work, 0);
        project.Over = new TransactionPooler(bench.Database.Database);
        await project.BuildAsync(work.Then);

        Assert.That(bench.Content(project, work), Is.EqualTo("3"));
    }
}
