namespace Deck.Models.Cli.Console;

/// <summary>How much the console says.</summary>
internal enum ConsoleVerbosity
{
    /// <summary>Failures, errors and asked-for output.</summary>
    Quiet,

    /// <summary>A line a node.</summary>
    Normal,

    /// <summary>Everything, starts and debug messages too.</summary>
    Debug,
}
