using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>The flags of commands that build or test.</summary>
internal sealed class RunOptions
{
    private readonly FlagReader flags;

    /// <param name="buildsModels">True where what the command reads and builds can be a span of event time: dbt has these flags for `run` and `build` only.</param>
    public RunOptions(FlagReader flags, bool buildsModels)
    {
        this.flags = flags;
        flags.Declare("full_refresh", "-f|--full-refresh", "Rebuild incremental models and seeds from scratch.");
        flags.Declare("empty", "--empty", "Build with no rows: checks the SQL against the server.", negatable: true);
        flags.Declare("store_failures", "--store-failures", "Keep the failing rows of tests in tables.");
        flags.Declare("fuse_tests", "--fuse-tests", "Count for several tests of one relation in one query (default; --no-fuse-tests: each by itself).", negatable: true);
        flags.Declare("dry_run", "--dry-run", "Print the plan and the SQL; change nothing.");
        if (buildsModels)
        {
            flags.Declare("event_time_start", "--event-time-start <MOMENT>", "Begin the batches of microbatch models here; needs --event-time-end.", OptionRule.Moment);
            flags.Declare("event_time_end", "--event-time-end <MOMENT>", "End them here; needs --event-time-start.", OptionRule.Moment);
            flags.Declare("sample", "--sample <SPAN>", "Read of inputs with an event_time this span only: '3 days', or '{start: 2024-09-01, end: 2024-09-04}'.", EventTimeFlags.SampleRule);
        }
    }

    public bool DryRun => flags.IsOn("dry_run");
}
