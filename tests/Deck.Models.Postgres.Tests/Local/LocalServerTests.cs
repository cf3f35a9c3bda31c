using System.Diagnostics;
using Deck.Models.Engine.Execution;
using Deck.Models.Postgres.Local;
using Deck.Models.Postgres.Sessions;
using Deck.Models.Testing.Databases;
using Deck.Models.Text;
using NUnit.Framework;

namespace Deck.Models.Postgres.Tests.Local;

/// <summary>The private server's life, with a cluster of each test's own.</summary>
public sealed class LocalServerTests
{
    private LocalServerOptions options = null!;

    [SetUp]
    public void ChooseFolder() => options = PostgresFixture.OptionsFor(Path.Combine(Path.GetTempPath(), $"deck-{Guid.NewGuid():N}"));

    [TearDown]
    public async Task Destroy()
    {
        Checked<LocalServerStatus> destroyed = await LocalServer.DestroyAsync(options, CancellationToken.None);
        Assert.That(destroyed.HasErrors, Is.False);
        Directory.Delete(destroyed.Value!.Folder, recursive: true);
    }

    [Test]
    public async Task Users_at_once_share_a_server_and_the_last_one_stops_it()
    {
        LocalServerLease[] leases = await Task.WhenAll(StartAsync(), StartAsync(), StartAsync());
        Assert.That(leases.Select(l => l.Endpoint).Distinct().Count(), Is.EqualTo(1));

        await leases[0].DisposeAsync();
        await leases[1].DisposeAsync();
        Assert.That(LocalServer.Status(options).ProcessId, Is.Not.Null);
        Assert.That((await LocalServer.StopAsync(options, CancellationToken.None)).Diagnostics.Single().Code, Is.EqualTo(LocalServerCodes.InUse));

        await leases[2].DisposeAsync();
        Assert.That(LocalServer.Status(options).ProcessId, Is.Null);
    }

    [Test]
    public async Task A_killed_server_recovers_at_the_next_start()
    {
        await using (LocalServerLease lease = await StartAsync())
        {
            int server = LocalServer.Status(options).ProcessId ?? 0;
            using Process postmaster = Process.GetProcessById(server);
            postmaster.Kill();
            await postmaster.WaitForExitAsync();
        }

        await using LocalServerLease again = await StartAsync();
        Assert.That(LocalServer.Status(options).ProcessId, Is.Not.Null);
    }

    [Test]
    public async Task A_pid_file_whose_number_another_process_has_now_is_no_hindrance()
    {
        await (await StartAsync()).DisposeAsync();
        string folder = LocalServer.Status(options).Folder;
        await File.WriteAllTextAsync(Path.Combine(folder, "data", "postmaster.pid"), $"{Environment.ProcessId}\n{folder}/data\n1700000000\n5432\n{folder}/run\n\n");

        await using LocalServerLease again = await StartAsync();
        Assert.That(LocalServer.Status(options).ProcessId, Is.Not.Null.And.Not.EqualTo(Environment.ProcessId));
    }

    [Test]
    public async Task A_kept_server_runs_on_until_it_is_stopped()
    {
        Checked<LocalServerStatus> kept = await LocalServer.KeepAsync(options, null, CancellationToken.None);
        Assert.That((kept.Value?.IsKept, kept.Value?.IsInUse, kept.Value?.ProcessId is not null), Is.EqualTo((true, false, true)));

        Checked<LocalServerStatus> stopped = await LocalServer.StopAsync(options, CancellationToken.None);
        Assert.That((stopped.Value?.IsKept, stopped.Value?.ProcessId), Is.EqualTo((false, (int?)null)));
    }

    [Test]
    public async Task A_server_that_another_process_uses_is_neither_stopped_nor_destroyed()
    {
        LocalServerLease lease = await StartAsync();
        using Process user = await UseFromAnotherProcessAsync();
        await lease.DisposeAsync();
        int? server = LocalServer.Status(options).ProcessId;
        Checked<LocalServerStatus> destroyed = await LocalServer.DestroyAsync(options, CancellationToken.None);

        Assert.That(server, Is.Not.Null);
        Assert.That(destroyed.Diagnostics.Single().Code, Is.EqualTo(LocalServerCodes.InUse));
        Assert.That(LocalServer.Status(options), Has.Property(nameof(LocalServerStatus.ProcessId)).EqualTo(server).And.Property(nameof(LocalServerStatus.IsInUse)).True);

        user.Kill();
        await user.WaitForExitAsync();
        await (await StartAsync()).DisposeAsync();
        Assert.That(LocalServer.Status(options).ProcessId, Is.Null, "the dead process counts as a user");
    }

    [Test]
    public async Task A_destroyed_server_leaves_no_data_and_the_next_start_makes_it_anew()
    {
        options = options with { Database = "Odd \"name\"" };
        await using (LocalServerLease first = await StartAsync())
        {
            await QueryAsync(first, "create table kept (a int)");
        }

        Checked<LocalServerStatus> destroyed = await LocalServer.DestroyAsync(options, CancellationToken.None);
        Assert.That((destroyed.Value?.Version, destroyed.Value?.ProcessId, destroyed.Value?.IsInUse), Is.EqualTo(((int?)null, (int?)null, false)));
        Assert.That(Directory.GetDirectories(destroyed.Value!.Folder), Is.Empty);

        await using LocalServerLease second = await StartAsync();
        Assert.That(await QueryAsync(second, "select current_database()::text, to_regclass('kept')::text"), Is.EqualTo(new[] { "Odd \"name\"", null }));
    }

    private async Task<string?[]?> QueryAsync(LocalServerLease lease, string sql)
    {
        await using PostgresDatabase database = PostgresDatabase.Create(TestProfiles.Local(options.Database), lease.Endpoint, TimeProvider.System);
        await using IDatabaseSession session = await database.OpenSessionAsync(CancellationToken.None);
        return session.Query(sql, CancellationToken.None).Rows.SingleOrDefault();
    }

    /// <summary>Holds the users' lock as another deckmodel does.</summary>
    private async Task<Process> UseFromAnotherProcessAsync()
    {
        string users = Path.Combine(LocalServer.Status(options).Folder, "users.lock");
        ProcessStartInfo start = new("flock", ["--shared", "--no-fork", users, "sh", "-c", "echo held; exec sleep 600"]) { RedirectStandardOutput = true };
        Process user = Process.Start(start) ?? throw new AssertionException("flock did not start");
        Assert.That(await user.StandardOutput.ReadLineAsync(), Is.EqualTo("held"));
        return user;
    }

    private async Task<LocalServerLease> StartAsync()
    {
        Checked<LocalServerLease> started = await LocalServer.StartAsync(options, null, CancellationToken.None);
        return started.Value ?? throw new AssertionException(string.Join('\n', started.Diagnostics));
    }
}
