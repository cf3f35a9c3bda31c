using System.Globalization;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>The flags of commands that build or test.</summary>
internal sealed class RunOptions
{
    private readonly CommandOption threads;
    private readonly FlagReader flags;

    public RunOptions(CommandLineApplication command, FlagReader flags)
    {
        this.flags = flags;
        threads = command.Option("--threads <N>", "Connections to use at once (default: the profile's).", CommandOptionType.SingleValue);
        threads.OnValidate(_ => threads.Value() is { } text && !IsCount(text)
            ? new System.ComponentModel.DataAnnotations.ValidationResult($"`--threads` takes a whole number from 1, not `{text}`")
            : System.ComponentModel.DataAnnotations.ValidationResult.Success);
        flags.Declare("fail_fast", "-x|--fail-fast", "Stop at the first failure.");
        flags.Declare("full_refresh", "-f|--full-refresh", "Rebuild incremental models and seeds from scratch.");
        flags.Declare("empty", "--empty", "Build with no rows: checks the SQL against the server.");
        flags.Declare("store_failures", "--store-failures", "Keep the failing rows of tests in tables.");
        flags.Declare("dry_run", "--dry-run", "Print the plan and the SQL; change nothing.");
    }

    public int? Threads => flags.Text(threads, "threads") is { } text && IsCount(text) ? int.Parse(text, CultureInfo.InvariantCulture) : null;

    public bool FailFast => flags.IsOn("fail_fast");

    public bool FullRefresh => flags.IsOn("full_refresh");

    public bool Empty => flags.IsOn("empty");

    public bool StoreFailures => flags.IsOn("store_failures");

    public bool DryRun => flags.IsOn("dry_run");

    private static bool IsCount(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int n) && n > 0;
}
