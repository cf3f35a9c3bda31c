using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Files;
using Deck.Models.Engine;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>Turns flags, environment and files around the project into the engine's settings.</summary>
internal static class SettingsFactory
{
    /// <param name="folder">The project's folder.</param>
    /// <param name="command">The command's name as dbt writes it into artifacts.</param>
    public static Checked<InvocationSettings> Create(CliHost host, GlobalOptions options, string command, string folder)
    {
        Checked<CommandLineVars> vars = VarsParser.Parse(options.Vars, "--vars");
        if (!vars.Succeeded(out CommandLineVars? parsed))
        {
            return Check.Failed<InvocationSettings>(vars.Diagnostics);
        }

        return Check.Ok(new InvocationSettings
        {
            Command = command,
            StartedAt = host.Clock.GetUtcNow(),
            InvocationId = Guid.NewGuid(),
            Environment = host.Environment,
            Vars = parsed.Values,
            ProfilesFile = ProfilesLocator.Read(host, options.ProfilesDir, folder),
            DatabaseUrl = host.Environment.GetValueOrDefault("DECKMODEL_DATABASE_URL"),
            ProfileName = options.Profile,
            TargetName = options.Target,
            Threads = options.Threads,
            FullRefresh = options.Flags.IsOn("full_refresh"),
            EventTimeStart = options.Flags.Moment("event_time_start"),
            EventTimeEnd = options.Flags.Moment("event_time_end"),
            FailFast = options.Flags.IsOn("fail_fast"),
            StoreFailures = options.Flags.IsOn("store_failures"),
            Empty = options.Flags.IsOn("empty"),
            Strict = options.Strict,
            Flags = FlagsOf(options),
        });
    }

    private static ImmutableDictionary<string, Value> FlagsOf(GlobalOptions options) => ImmutableDictionary<string, Value>.Empty
        .Add("quiet", Value.Of(options.Quiet))
        .Add("log_format", Value.Of(options.LogFormat))
        .Add("print", Value.Of(options.Flags.IsOn("print", otherwise: true)))
        .Add("write_json", Value.Of(options.Flags.IsOn("write_json", otherwise: true)))
        .Add("version_check", Value.Of(options.Flags.IsOn("version_check", otherwise: true)))
        .Add("defer", Value.Of(options.Flags.IsOn("defer")))
        .Add("favor_state", Value.Of(options.Flags.IsOn("favor_state")))
        .Add("debug", Value.Of(options.Debug));
}
