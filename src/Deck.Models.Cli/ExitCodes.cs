namespace Deck.Models.Cli;

/// <summary>dbt's exit codes.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Something failed and results were written: a model, a test.</summary>
    public const int Failure = 1;

    /// <summary>Nothing could be run: bad usage, a project that does not load, no connection.</summary>
    public const int Unusable = 2;

    /// <summary>Left at once on the second Ctrl-C (128 + SIGINT).</summary>
    public const int Interrupted = 130;
}
