using System.Collections.Immutable;
using Deck.Models.Cli.Console;

namespace Deck.Models.Cli;

/// <summary>What the command line sees of the machine; tests give their own.</summary>
internal sealed record CliHost
{
    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required ImmutableDictionary<string, string> Environment { get; init; }

    /// <summary>Absolute path of the current folder.</summary>
    public required string WorkingDirectory { get; init; }

    public required TimeProvider Clock { get; init; }

    /// <summary>True where standard output is a terminal that understands cursor movement.</summary>
    public required bool IsInteractive { get; init; }

    /// <summary>Columns of the terminal; 80 where there is none.</summary>
    public int Width { get; init; } = 80;

    public BackgroundWork Background { get; } = new();

    public Guid InvocationId { get; } = Guid.NewGuid();

    /// <summary>What speaks for the commands, in the form that the flags ask for.</summary>
    public Announcer Announcer => field ??= new Announcer(this);

    /// <summary>The user's home folder, where `~/.dbt` is searched.</summary>
    public string HomeDirectory => Environment.GetValueOrDefault("HOME") ?? Environment.GetValueOrDefault("USERPROFILE") ?? WorkingDirectory;

    /// <summary>A path as the user gave it, made absolute.</summary>
    public string Resolve(string path) => Path.GetFullPath(
        path.StartsWith("~/", StringComparison.Ordinal) ? Path.Combine(HomeDirectory, path[2..]) : path,
        WorkingDirectory);

    /// <summary>The process's own surroundings.</summary>
    public static CliHost OfProcess()
    {
        bool interactive = !System.Console.IsOutputRedirected && System.Environment.GetEnvironmentVariable("TERM") is not ("dumb" or null);
        return new CliHost
        {
            Out = System.Console.Out,
            Error = System.Console.Error,
            Environment = ReadEnvironment(),
            WorkingDirectory = System.Environment.CurrentDirectory,
            Clock = TimeProvider.System,
            IsInteractive = interactive,
            Width = interactive ? Math.Max(40, System.Console.WindowWidth) : 80,
        };
    }

    private static ImmutableDictionary<string, string> ReadEnvironment()
    {
        ImmutableDictionary<string, string>.Builder variables = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (System.Collections.DictionaryEntry entry in System.Environment.GetEnvironmentVariables())
        {
            variables[(string)entry.Key] = (string?)entry.Value ?? "";
        }

        return variables.ToImmutable();
    }
}
