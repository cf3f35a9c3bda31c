using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>dbt's flags that have no effect on a command: those of things that there are not here, and those of other commands, which dbt takes everywhere.</summary>
internal static class AcceptedFlags
{
    private static readonly string[] Switches =
    [
        "static-parser", "use-experimental-parser", "use-v2-parser", "populate-cache", "cache-selected-only", "log-cache-events", "send-anonymous-usage-stats", "use-colors-file",
        "single-threaded", "hints-enabled", "manage-state", "snowflake-projects-otel", "show-all-deprecations", "upload-to-artifacts-ingest-api",
        "defer", "favor-state", "fail-fast", "quiet", "debug", "use-colors", "write-json", "partial-parse", "print", "version-check", "warn-error",
    ];

    private static readonly string[] Valued =
    [
        "--printer-width", "--deprecated-favor-state", "-r|--record-timing-info", "--maximum-seed-size-mib", "--state", "--defer-state", "--indirect-selection",
        "--project-dir", "--profiles-dir", "--profile", "-t|--target", "--vars", "--warn-error-options",
        "--log-path", "--log-format", "--log-format-file", "--log-level", "--log-level-file", "--log-file-max-bytes",
    ];

    /// <summary>Adds those that the command does not declare itself.</summary>
    public static void AddTo(CommandLineApplication command)
    {
        HashSet<string> declared = [.. command.Options.SelectMany(o => (string?[])[o.LongName, o.ShortName]).OfType<string>()];
        foreach (string name in Switches.SelectMany(s => (string[])[s, $"no-{s}"]).Where(s => !declared.Contains(s)))
        {
            Accept(command, $"--{name}", CommandOptionType.NoValue);
        }

        foreach (string template in Valued.Where(v => !v.Split('|').Any(n => declared.Contains(n.TrimStart('-')))))
        {
            Accept(command, $"{template} <VALUE>", CommandOptionType.SingleValue);
        }
    }

    /// <summary>Adds a flag that is taken without a word.</summary>
    public static void Accept(CommandLineApplication command, string template, CommandOptionType type) =>
        command.Option(template, "Accepted for dbt's sake; without effect.", type).ShowInHelpText = false;
}
