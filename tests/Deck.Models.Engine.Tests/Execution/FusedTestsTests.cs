using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Fusing;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Tests.Planning;
using Deck.Models.Engine.Tests.Resolution;
using Deck.Models.Testing.Databases;
using NUnit.Framework;

namespace Deck.Models.Engine.Tests.Execution;

/// <summary>How tests of one relation travel together.</summary>
public sealed class FusedTestsTests
{
    private static readonly (string, string) Users = ("models/users.sql", "select 'users' as id");
    private static readonly (string, string) Later = ("models/later.sql", "select 'later' from {{ ref('users') }}");
    private static readonly (string, string) Tests = (
        "models/schema.yml",
        "models: [{name: users, columns: [{name: a, data_tests: [not_null]}, {name: b, data_tests: [not_null: {config: {severity: warn}}]}, {name: c, data_tests: [accepted_values: {arguments: {values: [x]}}]}]}]");

    private FakeDatabase database = null!;

    [SetUp]
    public void CreateDatabase() => database = new FakeDatabase();

    [TearDown]
    public async Task DisposeDatabase() => await database.DisposeAsync();

    [Test]
    public async Task Each_test_keeps_its_own_result()
    {
        RunResult run = await Project("test").RunAsync(Counting("0", "3", "0"));

        Assert.That(Lines(run), Is.EqualTo(new[] { "not_null_users_a Pass 0", "not_null_users_b Warn 3", "accepted_values_users_c__x Pass 0" }));
        Assert.That(database.Statements, Has.Count.EqualTo(1));
        Assert.That(run.Results[0].CompiledCode, Does.Contain("where a is null").And.Not.Contain("filter"));
        Assert.That(run.Results[1].ExecutedSql, Does.Contain("should_error").And.Contain("where b is null"));
        Assert.That(run.Results[1].Message, Is.EqualTo("Got 3 results, configured to warn if != 0"));
        Assert.That(run.Results[2].Response, Is.EqualTo(new AdapterResponse("SELECT 1", "SELECT", 1)));
    }

    [Test]
    public async Task The_times_of_tests_that_share_a_query_follow_one_another()
    {
        RunResult run = await Project("test").RunAsync(Counting("0", "0", "0"));

        Assert.That(run.Results.Zip(run.Results.Skip(1), (a, b) => a.FinishedAt == b.StartedAt), Has.All.True);
        Assert.That(run.Results.Select(r => r.ThreadId).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task What_a_count_does_not_decide_is_asked_by_itself()
    {
        database.WhenTested("value_field not in", 2, warns: true, fails: true);
        RunResult run = await Project("test").RunAsync(Counting("0", "0", null));

        Assert.That(Lines(run), Is.EqualTo(new[] { "not_null_users_a Pass 0", "not_null_users_b Pass 0", "accepted_values_users_c__x Fail 2" }));
        Assert.That(database.Statements, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Who_gets_no_connection_leaves_them_to_the_others()
    {
        database.Refusals.Enqueue(new DatabaseError { SqlState = "53300", Message = "too many", Connection = ConnectionFailure.TooManyConnections });
        PlannedProject project = Project("test");
        RunResult run = await project.RunAsync(Counting("0", "0", "0"));

        Assert.That((run.Succeeded, run.Results.Length, database.Statements.Count), Is.EqualTo((true, 3, 1)));
        Assert.That(project.Events.OfType<DiagnosticRaised>().Select(raised => raised.Diagnostic.Code), Is.EqualTo(new[] { ExecutionCodes.FewerWorkers }));
    }

    [Test]
    public async Task Where_the_server_refuses_the_query_only_the_guilty_test_is_an_error()
    {
        RunResult run = await Project("test").RunAsync(database.Fails("filter (where").Fails("where b is null\n"));

        Assert.That(Lines(run), Is.EqualTo(new[] { "not_null_users_a Pass 0", "not_null_users_b Error ", "accepted_values_users_c__x Pass 0" }));
        Assert.That(database.SessionsOpen, Is.Zero);
    }

    [Test]
    public async Task One_by_one_where_asked_for()
    {
        PlannedProject project = PlannedProject.Of(SmallProject.Settings() with { Command = "test", FuseTests = false }, Users, Tests);
        await project.RunAsync(database);

        Assert.That(database.Statements, Has.Count.EqualTo(3).And.None.Contains("filter (where"));
    }

    [Test]
    public async Task In_a_build_they_follow_their_model_and_hold_back_what_is_downstream()
    {
        RunResult run = await Project("build").RunAsync(Counting("1", "0", "0"));

        Assert.That(Lines(run), Is.EquivalentTo(new[]
        {
            "users Success ", "not_null_users_a Fail 1", "not_null_users_b Pass 0", "accepted_values_users_c__x Pass 0", "later Skipped ",
        }));
        Assert.That(database.Statements[^1], Does.Contain("filter (where"));
    }

    [Test]
    public async Task Only_selected_tests_are_counted()
    {
        PlannedProject project = Project("test");
        RunPlan plan = project.Plan(null, "not_null_users_a", "not_null_users_b");
        await new PlanRunner(project.Services).RunAsync(plan, Counting("0", "0"), project, CancellationToken.None);

        Assert.That(database.Statements.Single(), Does.Contain("a is null").And.Contain("b is null").And.Not.Contain("not in"));
    }

    [Test]
    public async Task Cancelling_skips_all_of_them()
    {
        using CancellationTokenSource user = new();
        FakeGate gate = database.Holds("filter (where");
        Task<RunResult> run = Project("test").RunAsync(database, user.Token);

        await gate.Reached;
        await user.CancelAsync();

        Assert.That((await run).Results.Select(r => r.Status), Is.EqualTo(new[] { NodeStatus.Skipped, NodeStatus.Skipped, NodeStatus.Skipped }));
    }

    [Test]
    public async Task Tests_that_store_their_failures_run_by_themselves()
    {
        PlannedProject project = PlannedProject.Of(SmallProject.Settings() with { Command = "test", StoreFailures = true }, Users, Tests);
        await project.RunAsync(database);

        Assert.That(database.Statements, Has.None.Contains("filter (where"));
    }

    [TestCase("nnnuu", 1, "nnnuu", TestName = "One thread takes all")]
    [TestCase("nnnuu", 4, "nnn", TestName = "Conditions stay together")]
    [TestCase("uunnn", 4, "u", TestName = "Idle threads share what must be unique")]
    [TestCase("uuuuu", 2, "uuu", TestName = "Both threads take a half")]
    [TestCase("nnnnnnnnnnnnnnnnnnnn", 4, "nnnnnnnnnnnnnnnn", TestName = "Few conditions are not worth more than a scan or two")]
    public void A_thread_takes_its_share(string ready, int threads, string expected)
    {
        Node[] kinds = [.. "nu".Select(c => Project("test", c == 'u').Find(c == 'u' ? "unique_users_d" : "not_null_users_a"))];
        PlannedNode[] nodes = [.. ready.Select(c => new PlannedNode(kinds[c == 'u' ? 1 : 0], [], 0))];

        IReadOnlyList<int> taken = SharedScan.Choose(nodes, [.. Enumerable.Range(0, ready.Length)], threads);

        Assert.That(string.Concat(taken.Select(i => ready[i])), Is.EqualTo(expected));
    }

    [Test]
    public void Two_hundred_tests_are_shared_out_among_idle_threads_and_never_sent_at_once()
    {
        PlannedNode test = new(Project("test").Find("not_null_users_a"), [], 0);
        PlannedNode[] nodes = [.. Enumerable.Repeat(test, 200)];
        int[] all = [.. Enumerable.Range(0, 200)];

        Assert.That(SharedScan.Choose(nodes, all, 4), Has.Count.EqualTo(50));
        Assert.That(SharedScan.Choose(nodes, all, 1), Has.Count.EqualTo(SharedScan.Most));
    }

    private static PlannedProject Project(string command, bool isUnique = false) =>
        PlannedProject.Of(command, Users, Later, isUnique ? ("models/schema.yml", "models: [{name: users, columns: [{name: d, data_tests: [unique]}]}]") : Tests);

    private FakeDatabase Counting(params string?[] counts) => database.When("filter (where", new QueryResult([], [counts], "SELECT 1"));

    private static IEnumerable<string> Lines(RunResult run) => run.Results.Select(r => $"{r.Node.Name} {r.Status} {r.Failures}");
}
