namespace Deck.Models.Cli.Tests;

/// <summary>What one command left: its exit code and what it wrote.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Errors)
{
    /// <summary>All that a user would read, for the message of a failed assertion.</summary>
    public string Text => $"exit {ExitCode}\n{Out}\n{Errors}";
}
