using Deck.Models.Cli.Console;
using Deck.Models.Text;
using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>The flags that every command takes: where the project is, which connection, how to speak.</summary>
internal sealed class GlobalOptions
{
    private const int DefaultLogBytes = 10 * 1024 * 1024;

    private readonly CommandOption projectDir;
    private readonly CommandOption profilesDir;
    private readonly CommandOption profile;
    private readonly CommandOption target;
    private readonly CommandOption vars;
    private readonly CommandOption targetPath;
    private readonly CommandOption logPath;
    private readonly CommandOption logFormat;
    private readonly CommandOption logLevel;
    private readonly CommandOption logFormatFile;
    private readonly CommandOption logLevelFile;
    private readonly CommandOption logBytes;
    private readonly CommandOption threads;
    private readonly CommandOption warnings;
    private readonly CommandOption partialParsePath;

    public GlobalOptions(CommandLineApplication command, CliHost host)
    {
        Flags = new FlagReader(command, host);
        projectDir = command.Option("--project-dir <FOLDER>", "Folder with project.yml or dbt_project.yml (default: this one or the nearest above).", CommandOptionType.SingleValue);
        profilesDir = command.Option("--profiles-dir <FOLDER>", "Folder with profiles.yml (default: DBT_PROFILES_DIR, the project's folder, ~/.dbt).", CommandOptionType.SingleValue);
        profile = command.Option("--profile <NAME>", "Profile to use instead of the project's.", CommandOptionType.SingleValue);
        target = command.Option("-t|--target <NAME>", "Output of the profile to connect to.", CommandOptionType.SingleValue);
        vars = command.Option("--vars <YAML>", "Variables, as a YAML mapping: '{as_of_date: 2025-01-31}'.", CommandOptionType.SingleValue);
        targetPath = command.Option("--target-path <FOLDER>", "Where artifacts and compiled SQL go (default: target).", CommandOptionType.SingleValue);
        logPath = command.Option("--log-path <FOLDER>", "Where the log file goes (default: logs).", CommandOptionType.SingleValue);
        logFormat = Flags.Declare("log_format", "--log-format <FORMAT>", "text or json: how progress is written to standard output.", OptionRule.OneOf("text", "json", "debug", "default"));
        logLevel = Flags.Declare("log_level", "--log-level <LEVEL>", "debug, info (default), warn, error or none: debug is --debug, from warn on it is --quiet.", OptionRule.OneOf("debug", "info", "warn", "error", "none"));
        logFormatFile = Flags.Declare("log_format_file", "--log-format-file <FORMAT>", "json (default) or text: the form of the log file; --log-format counts for it too.", OptionRule.OneOf("text", "json", "debug", "default"));
        logLevelFile = Flags.Declare("log_level_file", "--log-level-file <LEVEL>", "debug (default), info, warn, error or none: what the log file holds; --log-level counts for it too.", OptionRule.OneOf("debug", "info", "warn", "error", "none"));
        logBytes = Flags.Declare("log_file_max_bytes", "--log-file-max-bytes <N>", "Size from which the log file is put aside (default: 10 MB; 0: never).", OptionRule.WholeNumber(0));
        threads = Flags.Declare("threads", "--threads <N>", "Connections to use at once (default: the profile's).", OptionRule.WholeNumber(1));
        Flags.Declare("fail_fast", "-x|--fail-fast", "Stop at the first failure.", negatable: true);
        Flags.Declare("quiet", "-q|--quiet", "Print errors and asked-for output only.", negatable: true);
        Flags.Declare("debug", "-d|--debug", "Print what happens in detail.", negatable: true);
        Flags.Declare("use_colors", "--use-colors", "Colour the output (default on a terminal).", negatable: true);
        Flags.Declare("write_json", "--write-json", "Write manifest.json and run_results.json (default).", negatable: true);
        Flags.Declare("partial_parse", "--partial-parse", "Parse only what has changed since the last command (default).", negatable: true);
        partialParsePath = command.Option("--partial-parse-file-path <FILE>", "Where the parsed project is kept (default: partial_parse.deckmodel in the target folder).", CommandOptionType.SingleValue);
        Flags.Declare("print", "--print", "Let print() of templates reach the console (default).", negatable: true);
        Flags.Declare("version_check", "--version-check", "Refuse projects and packages that ask for another dbt (default).", negatable: true);
        Flags.Declare("strict", "--strict", "Treat warnings and deprecated spellings as errors.");
        Flags.Declare("warn_error", "--warn-error", "dbt's name for --strict.", negatable: true);
        warnings = command.Option("--warn-error-options <YAML>", "Warnings that are errors, stay warnings or are not told, by dbt's names: '{error: all, warn: [NoNodesForSelectionCriteria], silence: [Deprecations]}'.", CommandOptionType.SingleValue);
    }

    public FlagReader Flags { get; }

    public string? ProjectDir => Flags.Text(projectDir, "project_dir");

    public string? ProfilesDir => Flags.Text(profilesDir, "profiles_dir");

    public string? Profile => Flags.Text(profile, "profile");

    public string? Target => Flags.Text(target, "target");

    public string? Vars => Flags.Text(vars, "vars");

    public string? TargetPath => Flags.Text(targetPath, "target_path");

    /// <summary>False where every file is to be parsed again.</summary>
    public bool PartialParse => Flags.IsOn("partial_parse", otherwise: true);

    public string? PartialParsePath => Flags.Text(partialParsePath, "partial_parse_file_path");

    public string? LogPath => Flags.Text(logPath, "log_path");

    /// <summary>The log file's form: its own flag's, else that of the console where that was asked for.</summary>
    public string LogFormatFile => Flags.Text(logFormatFile, "log_format_file") ?? Flags.Text(logFormat, "log_format") ?? "json";

    public string LogLevelFile => Flags.Text(logLevelFile, "log_level_file") ?? Flags.Text(logLevel, "log_level") ?? "debug";

    public string LogFormat => Flags.Text(logFormat, "log_format") ?? "text";

    public bool Quiet => Flags.IsOn("quiet", otherwise: LogLevel is "warn" or "error" or "none");

    public bool Debug => Flags.IsOn("debug", otherwise: LogLevel == "debug" || LogFormat == "debug");

    public ConsoleVerbosity Verbosity => Quiet ? ConsoleVerbosity.Quiet : Debug ? ConsoleVerbosity.Debug : ConsoleVerbosity.Normal;

    /// <summary>Size in bytes from which the log file is put aside; 0 for never.</summary>
    public int LogFileBytes => Count(logBytes, "log_file_max_bytes") ?? DefaultLogBytes;

    public int? Threads => Count(threads, "threads") is > 0 and int n ? n : null;

    private string LogLevel => Flags.Text(logLevel, "log_level") ?? "info";

    /// <summary>`--strict`, or `--warn-error`.</summary>
    public bool Strict => Flags.IsOn("strict") || Flags.IsOn("warn_error");

    /// <summary>`--warn-error-options`, named after the place where they were given, or null.</summary>
    public SourceText? WarningOptions => Flags.Source(warnings, "warn_error_options");

    private int? Count(CommandOption option, string name) => Flags.Text(option, name) is { } text && OptionRule.TryRead(text, out int n) ? n : null;
}
