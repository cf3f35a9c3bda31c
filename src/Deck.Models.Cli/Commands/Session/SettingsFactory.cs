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
    public static Checked<InvocationSettings> Create(CliHost host, GlobalOptions options, SessionRequest request, string folder)
    {
        Checked<CommandLineVars> vars = VarsParser.Parse(options.Vars);
        if (!vars.Succeeded(out CommandLineVars? parsed))
        {
            return Check.Failed<InvocationSettings>(vars.Diagnostics);
        }

        ImmutableDictionary<string, string> environment = DotEnv.AddTo(host.Environment, host.WorkingDirectory);
        RunOptions? run = request.Run;
        return Check.Ok(new InvocationSettings
        {
            Command = request.Command,
            StartedAt = host.Clock.GetUtcNow(),
            InvocationId = Guid.NewGuid(),
            Environment = environment,
            Vars = parsed.Values,
            ProfilesFile = ProfilesLocator.Read(host, options.ProfilesDir, folder),
            DatabaseUrl = environment.GetValueOrDefault("DECKMODEL_DATABASE_URL"),
            ProfileName = options.Profile,
            TargetName = options.Target,
            Threads = run?.Threads,
            FullRefresh = run?.FullRefresh ?? false,
            FailFast = run?.FailFast ?? false,
            StoreFailures = run?.StoreFailures ?? false,
            Empty = run?.Empty ?? false,
            Strict = options.Strict,
            Flags = FlagsOf(options),
        });
    }

    private static ImmutableDictionary<string, Value> FlagsOf(GlobalOptions options) => ImmutableDictionary<string, Value>.Empty
        .Add("quiet", Value.Of(options.Quiet))
        .Add("log_format", Value.Of(options.LogFormat))
        .Add("print", Value.Of(options.Flags.IsOn("print", otherwise: true)))
        .Add("write_json", Value.Of(options.Flags.IsOn("write_json", otherwise: true)))
        .Add("debug", Value.Of(options.Flags.IsOn("debug")));
}
