using System.Collections.Immutable;
using System.Diagnostics;
using System.Text.RegularExpressions;
using Deck.Models.Testing.Cases;
using Deck.Models.Testing.Databases;

namespace Deck.Models.Cli.Tests;

/// <summary>A project in a folder of its own, connected to a database of its own.</summary>
internal sealed class TestProject : IAsyncDisposable
{
    private const string ProjectFile = "name: shop\nversion: '1.0'\nconfig-version: 2\nprofile: shop\n";

    private TestProject(TestDatabase database, string? workingDirectory)
    {
        Database = database;
        WorkingDirectory = workingDirectory ?? Folder;
    }

    public TestDatabase Database { get; }

    /// <summary>A temporary folder; the project's own unless the commands work elsewhere.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("deckmodel-it-").FullName;

    public string WorkingDirectory { get; }

    /// <summary>Environment variables besides those of the connection.</summary>
    public ImmutableDictionary<string, string> Variables { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>A clock of the test's keeps its commands in the test's own process.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The connection as DECKMODEL_DATABASE_URL takes it; further parameters follow with an ampersand.</summary>
    public string Url => $"postgresql:///{Database.Name}?host={Uri.EscapeDataString(Host)}&port={Port}&user={Uri.EscapeDataString(User)}&password={Uri.EscapeDataString(Database.Profile.Password ?? "")}";

    /// <summary>An empty project `shop`: one connection, schema `analytics`.</summary>
    public static async Task<TestProject> CreateAsync(TimeProvider? clock = null)
    {
        TestProject project = new(await PostgresFixture.CreateDatabaseAsync(), null) { Clock = clock ?? TimeProvider.System };
        return project.With("project.yml", ProjectFile).With("profiles.yml", project.Profile("shop", "dev", "analytics"));
    }

    /// <summary>A case's files, with a connection of one thread where they name none and do not ask for none by a file `no-profiles`.</summary>
    public static async Task<TestProject> CreateAsync(CaseFolder files)
    {
        TestProject project = new(await PostgresFixture.CreateDatabaseAsync(), null) { Variables = VariablesOf(files) };
        foreach (string path in Directory.EnumerateFiles(files.FolderPath, "*", SearchOption.AllDirectories))
        {
            string copy = Path.Combine(project.Folder, Path.GetRelativePath(files.FolderPath, path));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(path, copy);
        }

        return (files.Read("profiles.yml") ?? files.Read("no-profiles")) is null ? project.With("profiles.yml", project.Profile("shop", "dev", "analytics", threads: 1)) : project;
    }

    /// <summary>The project of a folder that stays as it is: artifacts and logs go to the temporary folder.</summary>
    public static async Task<TestProject> OpenAsync(string workingDirectory) => new(await PostgresFixture.CreateDatabaseAsync(), workingDirectory);

    /// <summary>The text of a profiles.yml with one target.</summary>
    public string Profile(string name, string target, string schema, int threads = 4) => $"""
        {name}:
          target: {target}
          outputs:
            {target}:
              type: postgres
              host: "{Host}"
              port: {Port}
              user: "{User}"
              password: "{Database.Profile.Password}"
              dbname: {Database.Name}
              schema: {schema}
              threads: {threads}

        """;

    /// <summary>Writes a file below the folder.</summary>
    public TestProject With(string path, string content)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return this;
    }

    public string Read(string path) => File.ReadAllText(Path.Combine(Folder, path));

    public Task<CommandRun> RunAsync(params string[] args) => RunAsync(TestContext.CurrentContext.CancellationToken, args);

    public Task<CommandRun> RunAsync(CancellationToken cancellation, params string[] args)
    {
        string[] elsewhere = WorkingDirectory == Folder ? [] : ["--target-path", Path.Combine(Folder, "target"), "--log-path", Path.Combine(Folder, "logs")];
        return PublishedTool.IsNamed && Clock == TimeProvider.System ? RunPublishedAsync([.. args, .. elsewhere], cancellation) : RunHereAsync([.. args, .. elsewhere], cancellation);
    }

    /// <summary>The first column of a query's rows.</summary>
    public async Task<string?[]> ColumnAsync(string query) => [.. (await Database.RunAsync(query)).Select(row => row[0])];

    /// <summary>The only value of a query.</summary>
    public async Task<string?> ValueAsync(string query) => (await Database.RunAsync(query))[0][0];

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }

    /// <summary>What a command wrote, with this machine's names and times replaced.</summary>
    public string Neutral(string text) => Regex.Replace(text, @"\b\d+\.\d\ds\b", "0.00s")
        .Replace(Folder, "FOLDER").Replace(Database.Name, "DATABASE").Replace(Host, "HOST").Replace($"port {Port}", "port PORT").Replace($"`{User}`", "`USER`");

    private async Task<CommandRun> RunHereAsync(string[] args, CancellationToken cancellation)
    {
        await using StringWriter output = new();
        await using StringWriter errors = new();
        CliHost host = new()
        {
            Out = output,
            Error = errors,
            Environment = Environment,
            WorkingDirectory = WorkingDirectory,
            Clock = Clock,
            IsInteractive = false,
        };
        int code = await CommandLine.RunAsync(args, host, cancellation);
        return new CommandRun(code, output.ToString(), errors.ToString());
    }

    /// <summary>The environment is the test's, but for the path to other programs and to .NET.</summary>
    private Task<CommandRun> RunPublishedAsync(string[] args, CancellationToken cancellation)
    {
        ProcessStartInfo command = PublishedTool.Command(WorkingDirectory, args);
        foreach (string name in command.Environment.Keys.Except(["PATH", "DOTNET_ROOT"]).ToArray())
        {
            command.Environment.Remove(name);
        }

        foreach ((string name, string value) in Environment)
        {
            command.Environment[name] = value;
        }

        return PublishedTool.RunAsync(command, cancellation);
    }

    /// <summary>One `NAME=value` on a line of the file `environment`.</summary>
    private static ImmutableDictionary<string, string> VariablesOf(CaseFolder files) => (files.Read("environment") ?? "")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('=', 2))
        .ToImmutableDictionary(pair => pair[0], pair => pair[1]);

    private string Host => Database.Endpoint?.SocketDirectory ?? Database.Profile.Host;

    private int Port => Database.Endpoint?.Port ?? Database.Profile.Port;

    private string User => Database.Endpoint?.User ?? Database.Profile.User;

    private ImmutableDictionary<string, string> Environment => Variables
        .Add("HOME", Folder)
        .Add("PGHOST", Host)
        .Add("PGPORT", Port.ToString())
        .Add("PGUSER", User)
        .Add("PGPASSWORD", Database.Profile.Password ?? "")
        .Add("PGDATABASE", Database.Name);
}
