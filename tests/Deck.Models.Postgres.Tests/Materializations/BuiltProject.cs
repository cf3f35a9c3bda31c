using System.Threading.Channels;
using Deck.Models.Engine;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Execution;
using Deck.Models.Engine.Execution.Freshness;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Planning;
using Deck.Models.Engine.Planning.Materializations;
using Deck.Models.Engine.Loading.Seeds;
using Deck.Models.Engine.Reporting;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection;
using Deck.Models.Testing.Databases;
using Deck.Models.Testing.Files;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Materializations;

/// <summary>Small projects run on a real database, from their files to their relations in the schema `app`.</summary>
internal sealed class BuiltProject(TestDatabase database) : IRunObserver
{
    private readonly Channel<string> words = Channel.CreateUnbounded<string>();

    public TestDatabase Database => database;

    /// <summary>The models' schema.</summary>
    public string Schema { get; set; } = "app";

    /// <summary>The profile's `retries`.</summary>
    public int Retries { get; set; }

    public TimeProvider Clock { get; set; } = TimeProvider.System;

    public bool FullRefresh { get; set; }

    public bool Empty { get; set; }

    /// <summary>`--skip-unchanged-seeds`.</summary>
    public bool SkipUnchangedSeeds { get; set; }

    /// <summary>False for `--no-fuse-tests`.</summary>
    public bool FuseTests { get; set; } = true;

    public int? Threads { get; set; }

    /// <summary>`--event-time-start` and `--event-time-end`.</summary>
    public (DateTimeOffset Start, DateTimeOffset End)? EventTime { get; set; }

    /// <summary>Ctrl-C.</summary>
    public CancellationToken Cancellation { get; set; }

    /// <summary>Where the run goes, unless it is the test's database itself.</summary>
    public IDatabase? Over { get; set; }

    /// <summary>Diagnostics of the run itself, as they are raised.</summary>
    public List<Diagnostic> Raised { get; } = [];

    public void OnEvent(RunEvent happened)
    {
        if (happened is MessageLogged { ToUser: true } message)
        {
            words.Writer.TryWrite(message.Text);
        }
        else if (happened is DiagnosticRaised { Diagnostic: { } diagnostic })
        {
            Raised.Add(diagnostic);
        }
    }

    /// <summary>Waits for the next thing that a run says to its user.</summary>
    public async Task<string> NextWordAsync()
    {
        using CancellationTokenSource patience = new(TestDatabase.Patience);
        return await words.Reader.ReadAsync(patience.Token);
    }

    /// <summary>Runs the models of these files, each named without `models/` and `.sql`; all must succeed.</summary>
    public async Task BuildAsync(params (string Name, string Sql)[] models)
    {
        RunResult run = await RunAsync(models);
        Assert.That(Describe(run), Is.Empty);
        Assert.That(run.Succeeded, Is.True);
    }

    /// <summary>Runs the model and returns its only diagnostic, as `code message` and hints, line by line.</summary>
    public async Task<string> FailAsync(params (string Name, string Sql)[] models)
    {
        RunResult run = await RunAsync(models);
        Assert.That(run.Succeeded, Is.False);
        return string.Join('\n', run.Results.SelectMany(r => r.Diagnostics).Concat(run.Diagnostics).Select(d => string.Join('\n', [$"{d.Code} {d.Message}", .. d.Hints])));
    }

    public Task<RunResult> RunAsync(params (string Name, string Sql)[] models) => RunAsync(FilesOf(models));

    /// <summary>Checks all sources of these files that have limits of freshness.</summary>
    public async Task<FreshnessOutcome> CheckFreshnessAsync(params (string Name, string Sql)[] models)
    {
        InMemoryProjectFiles files = FilesOf(models);
        Manifest manifest = Must(ManifestBuilder.Build(Must(ProjectLoader.Load(files, Settings()))));
        RunServices services = new() { Compilation = new CompilationSession(manifest), Files = files, Clock = Clock };
        SourceNode[] sources = [.. NodeSet.All(manifest).OfType<SourceNode>().Where(s => FreshnessLimits.Of(s) is not null)];
        return await new FreshnessRun(services, this).RunAsync(sources, Over ?? database.Database, CancellationToken.None);
    }

    private static InMemoryProjectFiles FilesOf((string Name, string Sql)[] models)
    {
        InMemoryProjectFiles files = new InMemoryProjectFiles().With("project.yml", "name: shop\nversion: '1'\nprofile: shop\n");
        foreach ((string name, string sql) in models)
        {
            files.With(name.Contains('/', StringComparison.Ordinal) || name.EndsWith(".yml", StringComparison.Ordinal) ? name : $"models/{name}.sql", sql);
        }

        return files;
    }

    /// <summary>One text of all rows: columns by comma, rows by semicolon.</summary>
    public async Task<string> AskAsync(params string[] sql) =>
        string.Join("; ", (await database.RunAsync(sql)).Select(row => string.Join(", ", row.Select(v => v ?? "null"))));

    /// <summary>Builds a whole project; the files need no profile.</summary>
    public async Task<RunResult> RunAsync(IProjectFiles files)
    {
        Manifest manifest = Must(ManifestBuilder.Build(Must(ProjectLoader.Load(files, Settings()))));
        NodeSet all = NodeSet.All(manifest);
        await using IDatabaseSession session = await database.OpenSessionAsync();
        Catalog catalog = await session.ReadCatalogAsync(Planner.SchemasOf(manifest, all), CancellationToken.None);
        RunServices services = new() { Compilation = new CompilationSession(manifest), Files = files, Clock = Clock };
        return await new PlanRunner(services).RunAsync(Must(Planner.Plan(manifest, all, catalog)), Over ?? database.Database, this, Cancellation);
    }

    private InvocationSettings Settings() => new()
    {
        Command = "build",
        StartedAt = DateTimeOffset.UnixEpoch,
        InvocationId = Guid.Empty,
        DatabaseUrl = $"postgres://me@localhost/{database.Name}?schema={Schema}&retries={Retries}",
        FullRefresh = FullRefresh,
        Empty = Empty,
        SkipUnchangedSeeds = SkipUnchangedSeeds,
        FuseTests = FuseTests,
        Threads = Threads,
        EventTimeStart = EventTime?.Start,
        EventTimeEnd = EventTime?.End,
    };

    private static T Must<T>(Checked<T> step)
        where T : class => step.Value ?? throw new AssertionException(string.Join('\n', step.Diagnostics.Select(DiagnosticFormatter.Format)));

    private static string Describe(RunResult run) =>
        string.Join('\n', run.Results.SelectMany(r => r.Diagnostics).Concat(run.Diagnostics).Select(DiagnosticFormatter.Format));
}
