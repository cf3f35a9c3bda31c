using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>Reads the connection: one output of one profile of `profiles.yml`, or a database URL in place of it.</summary>
/// <remarks>As in dbt, only the chosen output is rendered, so that another one's missing environment variables do no harm.</remarks>
public static class ProfileLoader
{
    /// <param name="projectProfile">The project file's `profile:`, or null.</param>
    /// <param name="place">Where the project file names the profile, for diagnostics.</param>
    public static Checked<ConnectionProfile> Load(string? projectProfile, Location? place, InvocationSettings settings)
    {
        string? name = settings.ProfileName ?? projectProfile;
        if (settings.DatabaseUrl is { Length: > 0 } url)
        {
            return DatabaseUrlReader.Read(url, new ProfileNames(name ?? "default", settings.TargetName ?? "default", settings.Threads));
        }

        if (settings.ProfilesFile is not { } source)
        {
            return Check.Failed<ConnectionProfile>(Diagnostic.Error(ProfileCodes.NoProfiles, "no profiles.yml was found")
                .WithHint("create one in the project's folder, name its folder with --profiles-dir, or set DECKMODEL_DATABASE_URL"));
        }

        if (name is null)
        {
            return Check.Failed<ConnectionProfile>(Diagnostic.Error(ProfileCodes.NoProfileName, "the project names no profile", place)
                .WithHint("add `profile:` to the project file, or use --profile"));
        }

        SourceText masked = MaskedText.Of(source);
        List<Diagnostic> diagnostics = [];
        ConnectionProfile? profile = new ProfileReader(source, masked, settings, diagnostics).Read(name, settings.ProfileName is null ? place : null);
        Diagnostic[] shown = [.. diagnostics.Select(d => MaskedText.Hide(d, source, masked))];
        return profile is null ? Check.Failed<ConnectionProfile>(shown) : Check.Ok(profile, shown);
    }
}
