using System.Collections.Immutable;
using Deck.Models.Engine;
using Deck.Models.Text;

namespace Deck.Models.Testing.Cases;

/// <summary>The invocation that a case folder asks for.</summary>
/// <remarks>
/// `profiles.yml` is the case's own, or a profile `test` on a local server where it has none and no file `no-profiles`.
/// A file `environment` sets variables, one `NAME=value` on a line; `target` there is the `--target`.
/// </remarks>
public static class CaseSettings
{
    private const string Profiles = """
        test:
          target: dev
          outputs:
            dev: {type: postgres, host: localhost, user: deck, password: secret, dbname: deck, schema: analytics}
        """;

    public static InvocationSettings Of(CaseFolder folder)
    {
        ImmutableDictionary<string, string> environment = (folder.Read("environment") ?? "")
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimEnd('\r').Split('=', 2))
            .ToImmutableDictionary(pair => pair[0], pair => pair[1]);
        string? profiles = folder.Read("no-profiles") is null ? folder.Read("profiles.yml") ?? Profiles : null;
        return new InvocationSettings
        {
            Command = "build",
            StartedAt = DateTimeOffset.UnixEpoch,
            InvocationId = Guid.Empty,
            Environment = environment,
            TargetName = environment.GetValueOrDefault("target"),
            DatabaseUrl = environment.GetValueOrDefault("DECKMODEL_DATABASE_URL"),
            ProfilesFile = profiles is null ? null : new SourceText("profiles.yml", profiles),
        };
    }
}
