using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Packages.Versions;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Requests;

/// <summary>Turns entries of a list of packages into requests; dbt's contracts refuse the same ones.</summary>
internal sealed class PackageEntryReader(string requestedBy, List<Diagnostic> diagnostics)
{
    private static readonly Dictionary<string, string[]> KeysOf = new()
    {
        ["package"] = ["package", "version", "install_prerelease", "name"],
        ["git"] = ["git", "revision", "warn-unpinned", "subdirectory", "name"],
        ["private"] = ["private", "provider", "revision", "warn-unpinned", "subdirectory", "name"],
        ["local"] = ["local", "name"],
        ["tarball"] = ["tarball", "name"],
    };

    /// <summary>The entry, or null and a diagnostic where it names no source or too many.</summary>
    public PackageEntry? Classify(YamlNode rendered, YamlNode written)
    {
        if (rendered is not YamlMapping mapping || written is not YamlMapping original)
        {
            return Refuse<PackageEntry>(written, "a package is a mapping such as `package: dbt-labs/dbt_utils` with its `version`");
        }

        string[] kinds = [.. mapping.Entries.Select(e => e.Key).Where(KeysOf.ContainsKey)];
        if (kinds.Length != 1)
        {
            string message = kinds.Length == 0
                ? "a package needs one of the keys `package`, `git`, `local`, `tarball` and `private`"
                : $"a package comes from one place, but this one has `{string.Join("` and `", kinds)}`";
            return Refuse<PackageEntry>(original, message);
        }

        string? unknown = mapping.Entries.Select(e => e.Key).FirstOrDefault(k => !KeysOf[kinds[0]].Contains(k));
        return unknown is null
            ? new PackageEntry(kinds[0], mapping, original)
            : Refuse<PackageEntry>(original.Entries.First(e => e.Key == unknown).KeyLocation, $"a package with `{kinds[0]}` has no key `{unknown}`", Spelling.DidYouMean(unknown, KeysOf[kinds[0]]));
    }

    public PackageRequest? Read(PackageEntry entry)
    {
        if (entry.Text(entry.Kind) is not { Length: > 0 } || entry.Find(entry.Kind) is not YamlScalar { Value: StringValue })
        {
            return Refuse<PackageRequest>(entry.Written, $"`{entry.Kind}` needs a text");
        }

        return entry.Kind switch
        {
            "package" => ReadHub(entry),
            "local" => new LocalRequest { RequestedBy = requestedBy, Location = PlaceOf(entry), Folder = entry.Text("local") ?? "" },
            "tarball" => ReadTarball(entry),
            _ => ReadGit(entry),
        };
    }

    private static Location PlaceOf(PackageEntry entry) => entry.Written.TryFind(entry.Kind, out YamlNode? node) ? node.Location : entry.Written.Location;

    private HubRequest? ReadHub(PackageEntry entry)
    {
        string name = entry.Text("package") ?? "";
        if (!IsHubName(name))
        {
            return Refuse<HubRequest>(PlaceOf(entry), $"`{name}` is not a package of the hub: those have a namespace", "write it as `dbt-labs/dbt_utils`");
        }

        YamlNode[] written = entry.Find("version") switch
        {
            YamlSequence list => [.. list.Items],
            YamlScalar scalar => [scalar],
            _ => [],
        };
        if (written.Length == 0)
        {
            return Refuse<HubRequest>(entry.Written, $"`{name}` needs a `version`", "give one version, or a list of bounds: [\">=1.0.0\", \"<2.0.0\"]");
        }

        VersionSpecifier?[] versions = [.. written.Select(ReadVersion)];
        return versions.Contains(null) ? null : new HubRequest
        {
            RequestedBy = requestedBy,
            Location = PlaceOf(entry),
            Package = name,
            Versions = [.. versions.OfType<VersionSpecifier>()],
            InstallPrerelease = Flag(entry, "install_prerelease") ?? false,
        };
    }

    /// <summary>`namespace/name`: it becomes a part of an address, so nothing else may be in it.</summary>
    private static bool IsHubName(string name) => name.Split('/') is [{ Length: > 0 } space, { Length: > 0 } package] && (space + package).All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '.')
        && space is not (".." or ".") && package is not (".." or ".");

    private VersionSpecifier? ReadVersion(YamlNode node)
    {
        string text = node is YamlScalar scalar ? scalar.Value.ToText() : "";
        if (VersionSpecifier.Parse(text) is { } version)
        {
            return version;
        }

        string hint = text.Contains(',', StringComparison.Ordinal) ? $"write bounds as a list: [\"{string.Join("\", \"", text.Split(',', StringSplitOptions.TrimEntries))}\"]"
            : text.Any(char.IsWhiteSpace) ? $"write it without blanks: \"{string.Concat(text.Where(c => !char.IsWhiteSpace(c)))}\""
            : "a version has three numbers, such as 1.0.0, with `=`, `>`, `>=`, `<` or `<=` before it where it is a bound";
        diagnostics.Add(Diagnostic.Error(PackageCodes.BadVersion, $"`{text}` is not a semantic version", node.Location).WithHint(hint));
        return null;
    }

    private TarballRequest? ReadTarball(PackageEntry entry)
    {
        if (entry.Text("name") is not { Length: > 0 } name)
        {
            return Refuse<TarballRequest>(entry.Written, "a package with `tarball` needs a `name`", "it is the name of the project in the archive");
        }

        return FolderName.IsSafe(name)
            ? new TarballRequest { RequestedBy = requestedBy, Location = PlaceOf(entry), Url = entry.Text("tarball") ?? "", Written = entry.WrittenText("tarball") ?? "", Project = name }
            : Refuse<TarballRequest>(entry.Written, $"`{name}` cannot name a folder");
    }

    private GitRequest? ReadGit(PackageEntry entry)
    {
        string address = entry.Text(entry.Kind) ?? "";
        string? subdirectory = entry.Text("subdirectory")?.Trim('/');
        string? provider = entry.Text("provider");
        if (address.StartsWith('-'))
        {
            return Refuse<GitRequest>(PlaceOf(entry), "the address of a repository does not begin with `-`");
        }

        if (subdirectory is not null && (subdirectory.Split('/').Contains("..") || Path.IsPathRooted(entry.Text("subdirectory"))))
        {
            return Refuse<GitRequest>(entry.Written, $"`subdirectory: {subdirectory}` leaves the repository");
        }

        string? url = entry.Kind == "git" ? address : PrivateRepository.AddressOf(address, provider);
        return url is null ? Refuse<GitRequest>(PlaceOf(entry), PrivateRepository.Explain(address, provider)) : new GitRequest
        {
            RequestedBy = requestedBy,
            Location = PlaceOf(entry),
            Url = url,
            Written = entry.WrittenText(entry.Kind) ?? "",
            Revision = entry.Text("revision"),
            Subdirectory = string.IsNullOrEmpty(subdirectory) ? null : subdirectory,
            WarnsUnpinned = Flag(entry, "warn-unpinned") ?? true,
            IsPrivate = entry.Kind == "private",
            Provider = provider,
        };
    }

    private bool? Flag(PackageEntry entry, string key)
    {
        YamlNode? node = entry.Find(key);
        if (node is null or YamlScalar { Value: BooleanValue })
        {
            return (node as YamlScalar)?.Value.IsTrue;
        }

        Refuse<PackageRequest>(node, $"`{key}` is true or false");
        return null;
    }

    private T? Refuse<T>(YamlNode node, string message)
        where T : class => Refuse<T>(node.Location, message);

    private T? Refuse<T>(YamlNode node, string message, string hint)
        where T : class => Refuse<T>(node.Location, message, hint);

    private T? Refuse<T>(Location place, string message, string? hint = null)
        where T : class
    {
        diagnostics.Add(Diagnostic.Error(PackageCodes.BadPackagesFile, message, place).WithHint(hint));
        return null;
    }
}
