using System.Collections.Immutable;
using Deck.Models.Cli.Commands.Options;
using Deck.Models.Cli.Files;
using Deck.Models.Engine;
using Deck.Models.Engine.Warnings;
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
        Checked<WarningPolicy> warnings = WarningsOf(options);
        Checked<EventTimeFlags> times = EventTimeFlags.Read(options.Flags, host.Clock.GetUtcNow());
        if (!vars.Succeeded(out CommandLineVars? parsed) || !warnings.Succeeded(out WarningPolicy? policy) || !times.Succeeded(out EventTimeFlags? eventTime))
        {
            return Check.Failed<InvocationSettings>([.. vars.Diagnostics, .. warnings.Diagnostics, .. times.Diagnostics]);
        }

        return Check.Ok(OfConnection(host, options, command) with
        {
            Vars = parsed.Values,
            ProfilesFile = ProfilesLocator.Read(host, options.ProfilesDir, folder),
            Threads = options.Threads,
            FullRefresh = options.Flags.IsOn("full_refresh"),
            EventTimeStart = eventTime.Start,
            EventTimeEnd = eventTime.End,
            Sample = eventTime.Sample,
            SkipUnchangedSeeds = options.Flags.IsOn("skip_unchanged_seeds"),
            FailFast = options.Flags.IsOn("fail_fast"),
            StoreFailures = options.Flags.IsOn("store_failures"),
            FuseTests = options.Flags.IsOn("fuse_tests", otherwise: true),
            Empty = options.Flags.IsOn("empty"),
            Warnings = policy,
            Flags = FlagsOf(options),
        });
    }

    private static InvocationSettings OfConnection(CliHost host, GlobalOptions options, string command) => new()
    {
        Command = command,
        StartedAt = host.Clock.GetUtcNow(),
        InvocationId = host.InvocationId,
        Environment = host.Environment,
        DatabaseUrl = host.Environment.GetValueOrDefault("DECKMODEL_DATABASE_URL"),
        ProfileName = options.Profile,
        TargetName = options.Target,
        Observer = host.Announcer.Observer(options.Verbosity),
    };

    private static Checked<WarningPolicy> WarningsOf(GlobalOptions options)
    {
        if (options.WarningOptions is not { } given)
        {
            return Check.Ok(options.Strict ? WarningPolicy.Strict : WarningPolicy.Plain);
        }

        return options.Strict
            ? Check.Failed<WarningPolicy>(Diagnostic.Error(CliCodes.BadUsage, $"{given.Path} and `--warn-error` exclude each other"))
            : WarningOptionsReader.Read(given);
    }

    private static ImmutableDictionary<string, Value> FlagsOf(GlobalOptions options) => ImmutableDictionary<string, Value>.Empty
        .Add("quiet", Value.Of(options.Quiet))
        .Add("log_format", Value.Of(options.LogFormat))
        .Add("print", Value.Of(options.Flags.IsOn("print", otherwise: true)))
        .Add("write_json", Value.Of(options.Flags.IsOn("write_json", otherwise: true)))
        .Add("version_check", Value.Of(options.Flags.IsOn("version_check", otherwise: true)))
        .Add("defer", Value.Of(options.Flags.IsOn("defer")))
        .Add("favor_state", Value.Of(options.Flags.IsOn("favor_state")))
        .Add("partial_parse", Value.Of(options.PartialParse))
        .Add("debug", Value.Of(options.Debug))
        .SetItems(options.Flags.Given.Select(g => KeyValuePair.Create(g.Key, Value.Of(g.Value))))
        .SetItems(options.Flags.Told);
}
