using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Profiles;

/// <summary>Finds one output in a profiles text and reads its settings; used once.</summary>
internal sealed class ProfileReader
{
    private readonly SourceText source;
    private readonly SourceText masked;
    private readonly InvocationSettings settings;
    private readonly List<Diagnostic> diagnostics;
    private readonly SecretEnvironment secrets;
    private readonly YamlRenderer renderer;

    public ProfileReader(SourceText source, SourceText masked, InvocationSettings settings, List<Diagnostic> diagnostics)
    {
        this.source = source;
        this.masked = masked;
        this.settings = settings;
        this.diagnostics = diagnostics;
        secrets = new SecretEnvironment(settings.Environment);
        renderer = new YamlRenderer(YamlScope.ForProfiles(settings, secrets), diagnostics);
    }

    /// <param name="place">Where the profile is named, or null where a flag names it.</param>
    public ConnectionProfile? Read(string profileName, Location? place)
    {
        Checked<YamlNode> read = YamlReader.Read(source);
        diagnostics.AddRange(read.Diagnostics);
        if (read.Value is not { } root || read.HasErrors)
        {
            return null;
        }

        if (FindMapping(root, profileName) is not { } profile)
        {
            IEnumerable<string> known = root is YamlMapping all ? all.Entries.Select(e => e.Key).Where(k => k != "config") : [];
            Add(Diagnostic.Error(ProfileCodes.UnknownProfile, $"there is no profile `{profileName}` in {source.Path}", place ?? new Location(source, default))
                .WithHint(Spelling.DidYouMean(profileName, known) ?? Listed("profiles", known)));
            return null;
        }

        string? target = TargetOf(profile);
        return target is null ? null : ReadOutput(profile, new ProfileNames(profileName, target, settings.Threads));
    }

    private string? TargetOf(YamlMapping profile)
    {
        if (settings.TargetName is { } named)
        {
            return named;
        }

        if (!profile.TryFind("target", out YamlNode? node) || node is not YamlScalar scalar)
        {
            return "default";
        }

        int before = diagnostics.Count;
        Value value = renderer.RenderScalar(scalar);
        return diagnostics.Count == before ? value.ToText() : null;
    }

    private ConnectionProfile? ReadOutput(YamlMapping profile, ProfileNames names)
    {
        if (FindMapping(profile, "outputs") is not { } outputs)
        {
            Add(Diagnostic.Error(ProfileCodes.MissingKey, $"profile `{names.Profile}` needs the key `outputs`", profile.Location));
            return null;
        }

        if (FindMapping(outputs, names.Target) is not { } output)
        {
            IEnumerable<string> known = outputs.Entries.Select(e => e.Key);
            Location place = settings.TargetName is null && profile.TryFind("target", out YamlNode? node) ? node.Location : outputs.Location;
            Add(Diagnostic.Error(ProfileCodes.UnknownTarget, $"profile `{names.Profile}` has no target `{names.Target}`", place)
                .WithHint(Spelling.DidYouMean(names.Target, known) ?? Listed("targets", known)));
            return null;
        }

        int before = diagnostics.Count(d => d.Severity == Severity.Error);
        ConnectionSettings found = new();
        foreach (YamlEntry entry in output.Entries)
        {
            ReadSetting(entry, found);
        }

        if (diagnostics.Count(d => d.Severity == Severity.Error) == before)
        {
            SettingsChecker.Check(found, output, names, diagnostics);
        }

        return diagnostics.Count(d => d.Severity == Severity.Error) > before ? null : ProfileBuilder.Build(names, found, masked, output.Location);
    }

    private void ReadSetting(YamlEntry entry, ConnectionSettings found)
    {
        string key = ConnectionKeys.Canonical(entry.Key);
        bool isInteger = ConnectionKeys.IsInteger(key);
        if (!ConnectionKeys.IsKnown(key))
        {
            Add(Diagnostic.Warning(ProfileCodes.UnknownKey, $"a PostgreSQL connection has no setting `{entry.Key}`; it is ignored", entry.KeyLocation)
                .WithHint(Spelling.DidYouMean(entry.Key, ConnectionKeys.All)));
            return;
        }

        if (entry.Value is not YamlScalar scalar)
        {
            Add(Diagnostic.Error(ProfileCodes.WrongType, $"`{entry.Key}` should be {(isInteger ? "an integer" : "a text")}", entry.Value.Location));
            return;
        }

        int before = diagnostics.Count;
        Value value = renderer.RenderScalar(scalar);
        if (diagnostics.Count == before && !value.IsNone)
        {
            if (SecretEnvironment.HasPlaceholder(value.ToText()))
            {
                found.NoteSecret(key);
            }

            found.Set(key, isInteger ? ToInteger(entry.Key, value, scalar) : ToText(value), scalar.Location);
        }
    }

    /// <summary>An integer as it is; a text of digits is one too, since environment variables are texts.</summary>
    private Value ToInteger(string key, Value value, YamlScalar scalar)
    {
        string text = secrets.Reveal(value.ToText());
        if (value is not BooleanValue && int.TryParse(text, out int number) && number >= 0)
        {
            return Value.Of(number);
        }

        Add(Diagnostic.Error(ProfileCodes.WrongType, $"`{key}` should be an integer", scalar.Location)
            .WithHint(YamlRenderer.HasJinja(scalar.Text) ? "after `{{ env_var(…) }}` the filter `| int` makes one" : null));
        return Value.None;
    }

    private Value ToText(Value value) => Value.Of(secrets.Reveal(value.ToText()));

    private static YamlMapping? FindMapping(YamlNode node, string key) =>
        node is YamlMapping mapping && mapping.TryFind(key, out YamlNode? value) ? value as YamlMapping : null;

    private static string? Listed(string noun, IEnumerable<string> known)
    {
        string names = string.Join(", ", known.Select(k => $"`{k}`"));
        return names.Length == 0 ? null : $"{noun} there: {names}";
    }

    private void Add(Diagnostic diagnostic) => diagnostics.Add(diagnostic);
}
