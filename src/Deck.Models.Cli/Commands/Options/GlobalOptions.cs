using McMaster.Extensions.CommandLineUtils;

namespace Deck.Models.Cli.Commands.Options;

/// <summary>The flags that every command takes: where the project is, which connection, how to speak.</summary>
internal sealed class GlobalOptions
{
    private readonly CommandOption projectDir;
    private readonly CommandOption profilesDir;
    private readonly CommandOption profile;
    private readonly CommandOption target;
    private readonly CommandOption vars;
    private readonly CommandOption targetPath;
    private readonly CommandOption logPath;
    private readonly CommandOption logFormat;

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
        logFormat = command.Option("--log-format <FORMAT>", "text or json: how progress is written to standard output.", CommandOptionType.SingleValue).Accepts(v => v.Values("text", "json", "debug", "default"));
        Flags.Declare("quiet", "-q|--quiet", "Print errors and asked-for output only.");
        Flags.Declare("debug", "-d|--debug", "Print what happens in detail.");
        Flags.Declare("use_colors", "--use-colors", "Colour the output (default on a terminal).", negatable: true);
        Flags.Declare("write_json", "--write-json", "Write manifest.json and run_results.json (default).", negatable: true);
        Flags.Declare("print", "--print", "Let print() of templates reach the console (default).", negatable: true);
        Flags.Declare("strict", "--strict", "Treat warnings and deprecated spellings as errors.");
        Flags.Declare("warn_error", "--warn-error", "dbt's name for --strict.");
    }

    public FlagReader Flags { get; }

    public string? ProjectDir => Flags.Text(projectDir, "project_dir");

    public string? ProfilesDir => Flags.Text(profilesDir, "profiles_dir");

    public string? Profile => Flags.Text(profile, "profile");

    public string? Target => Flags.Text(target, "target");

    public string? Vars => Flags.Text(vars, "vars");

    public string? TargetPath => Flags.Text(targetPath, "target_path");

    public string? LogPath => Flags.Text(logPath, "log_path");

    public string LogFormat => Flags.Text(logFormat, "log_format") ?? "text";

    public bool Quiet => Flags.IsOn("quiet");

    public bool Strict => Flags.IsOn("strict") || Flags.IsOn("warn_error");
}
