using System.Collections.Immutable;
using System.Text.Json;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Packages.Requests;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Hub;

/// <summary>Reads the hub's answers: `api/v1/NAMESPACE/NAME.json` and `api/v1/index.json`.</summary>
public static class HubPackageReader
{
    /// <summary>The package; a version that cannot be read is left out, as one of them should not hide the others.</summary>
    public static Checked<HubPackage> Read(string name, ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            JsonElement root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("versions", out JsonElement versions) || versions.ValueKind != JsonValueKind.Object)
            {
                return Bad<HubPackage>(name, "it has no `versions`");
            }

            ImmutableArray<HubRelease> releases = [.. versions.EnumerateObject().Select(v => ReadRelease(name, v)).OfType<HubRelease>()];
            return Check.Ok(new HubPackage { Releases = releases, MovedTo = ReadMove(name, root) });
        }
        catch (JsonException broken)
        {
            return Bad<HubPackage>(name, broken.Message);
        }
    }

    /// <summary>The names in the hub's list of packages; nothing where the list cannot be read, as it only serves a hint.</summary>
    public static ImmutableArray<string> ReadIndex(ReadOnlyMemory<byte> json)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind == JsonValueKind.Array ? [.. document.RootElement.EnumerateArray().Select(TextOf).OfType<string>()] : [];
        }
        catch (JsonException)
        {
            return [];
        }
    }

    /// <summary>What to say about a package that the hub does not have.</summary>
    public static Diagnostic Unknown(string name, IReadOnlyCollection<string> known)
    {
        string project = name[(name.IndexOf('/', StringComparison.Ordinal) + 1)..];
        string? elsewhere = known.FirstOrDefault(k => k.EndsWith("/" + project, StringComparison.OrdinalIgnoreCase));
        return Diagnostic.Error(PackageCodes.UnknownPackage, $"the hub has no package `{name}`")
            .WithHint(elsewhere is null ? Spelling.DidYouMean(name, known) : $"did you mean `{elsewhere}`?");
    }

    private static HubRelease? ReadRelease(string package, JsonProperty version)
    {
        JsonElement body = version.Value;
        string? tarball = Text(body, "downloads", "tarball");
        string? project = Text(body, "name");
        if (project is null || !FolderName.IsSafe(project) || !Uri.TryCreate(tarball, UriKind.Absolute, out Uri? address))
        {
            return null;
        }

        List<Diagnostic> broken = [];
        ImmutableArray<PackageRequest> requests = ReadRequests($"{package} {version.Name}", body, broken);
        return broken.Count > 0 ? null : new HubRelease
        {
            Version = version.Name,
            Project = project,
            Requests = requests,
            RequiredDbtVersions = TextsOf(Property(body, "require_dbt_version")),
            Tarball = address,
            Checksum = Text(body, "downloads", "sha256") ?? Text(body, "downloads", "sha1"),
        };
    }

    private static ImmutableArray<PackageRequest> ReadRequests(string requestedBy, JsonElement body, List<Diagnostic> broken)
    {
        if (Property(body, "packages") is not { ValueKind: JsonValueKind.Array } list)
        {
            return [];
        }

        PackageEntryReader reader = new(requestedBy, broken);
        Location place = Location.OfFile(requestedBy);
        IEnumerable<YamlNode> nodes = list.EnumerateArray().Select(item => YamlValues.ToNode(ToValue(item), place));
        return [.. nodes.Select(n => reader.Classify(n, n)).OfType<PackageEntry>().Select(reader.Read).OfType<PackageRequest>()];
    }

    private static string? ReadMove(string name, JsonElement root)
    {
        string[] parts = name.Split('/');
        string? space = Text(root, "redirectnamespace");
        string? project = Text(root, "redirectname");
        return space is null && project is null ? null : $"{space ?? parts[0]}/{project ?? parts[^1]}";
    }

    private static Value ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Value.Of(element.GetString()),
        JsonValueKind.True or JsonValueKind.False => Value.Of(element.GetBoolean()),
        JsonValueKind.Number => element.TryGetInt64(out long integer) ? Value.Of(integer) : Value.Of(element.GetDouble()),
        JsonValueKind.Array => new ListValue(element.EnumerateArray().Select(ToValue)),
        JsonValueKind.Object => new DictValue(element.EnumerateObject().Select(p => KeyValuePair.Create(p.Name, ToValue(p.Value)))),
        _ => Value.None,
    };

    private static JsonElement? Property(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out JsonElement value) ? value : null;

    private static string? Text(JsonElement element, params ReadOnlySpan<string> path)
    {
        JsonElement? at = element;
        foreach (string name in path)
        {
            at = at is { } current ? Property(current, name) : null;
        }

        return at is { } found ? TextOf(found) : null;
    }

    private static string? TextOf(JsonElement element) => element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text ? text : null;

    private static ImmutableArray<string> TextsOf(JsonElement? element) => element switch
    {
        { ValueKind: JsonValueKind.Array } list => [.. list.EnumerateArray().Select(TextOf).OfType<string>()],
        { ValueKind: JsonValueKind.String } text => [.. TextOf(text)?.Split(',', StringSplitOptions.TrimEntries) ?? []],
        _ => [],
    };

    private static Checked<T> Bad<T>(string name, string why)
        where T : class => Check.Failed<T>(Diagnostic.Error(PackageCodes.BadHubAnswer, $"the hub's answer about `{name}` cannot be read: {why}"));
}
