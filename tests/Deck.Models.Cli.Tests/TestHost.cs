using System.Collections.Immutable;

namespace Deck.Models.Cli.Tests;

/// <summary>A command line in process: its own folder, environment and output.</summary>
internal sealed class TestHost : IDisposable
{
    private readonly StringWriter output = new();
    private readonly StringWriter errors = new();

    public string Folder { get; } = Directory.CreateTempSubdirectory("deckmodel-cli-").FullName;

    public ImmutableDictionary<string, string> Environment { get; init; } = ImmutableDictionary<string, string>.Empty;

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public string Out => output.ToString();

    public string Errors => errors.ToString();

    public Task<int> RunAsync(params string[] args) => CommandLine.RunAsync(args, Host(), TestContext.CurrentContext.CancellationToken);

    /// <summary>Writes a file below the folder.</summary>
    public TestHost With(string path, string content)
    {
        string full = Path.Combine(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, content);
        return this;
    }

    public CliHost Host() => new()
    {
        Out = output,
        Error = errors,
        Environment = Environment.SetItem("HOME", Folder),
        WorkingDirectory = Folder,
        Clock = Clock,
        IsInteractive = false,
    };

    public void Dispose()
    {
        output.Dispose();
        errors.Dispose();
        Directory.Delete(Folder, recursive: true);
    }
}
