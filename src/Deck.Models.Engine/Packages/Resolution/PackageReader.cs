using System.Collections.Concurrent;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Project;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Packages.Requests;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Resolution;

/// <summary>Finds out what pinned packages are called and what they ask for; each is read once.</summary>
internal sealed class PackageReader(ResolutionSettings settings, IPackageStore store)
{
    private static readonly string[] ProjectFiles = ["dbt_project.yml", "project.yml"];

    private readonly ConcurrentDictionary<string, Lazy<Task<Checked<PackageContents>>>> read = new(StringComparer.Ordinal);

    /// <summary>The hub's index says it of its packages; others are fetched and looked into.</summary>
    public Task<Checked<PackageContents>> ReadAsync(PackagePin pin, CancellationToken cancellation) => pin is HubPin hub
        ? Task.FromResult(Check.Ok(new PackageContents(hub, hub.Release.Project, hub.Release.Requests)))
        : read.GetOrAdd(pin.Identity, _ => new(() => FetchAsync(pin, cancellation))).Value;

    private async Task<Checked<PackageContents>> FetchAsync(PackagePin pin, CancellationToken cancellation)
    {
        Checked<FetchedPackage> fetched = await store.FetchAsync(pin, cancellation).ConfigureAwait(false);
        if (fetched.Value is not { } package)
        {
            return Check.Failed<PackageContents>(fetched.Diagnostics.Select(pin.Place));
        }

        List<Diagnostic> diagnostics = [.. fetched.Diagnostics.Select(pin.Place)];
        PackagePin pinned = pin is GitPin git && package.Commit is { } commit ? git.At(commit) : pin;
        string? project = ReadName(pin, package.Files, diagnostics);
        Checked<PackagesFile> packages = PackagesFileReader.ReadPackage(package.Files, settings.Invocation, $"{pin.ShownName} ({pin.ShownVersion})");
        diagnostics.AddRange(packages.Diagnostics);
        return project is null || packages.Value is null
            ? Check.Failed<PackageContents>(diagnostics)
            : Check.Ok(new PackageContents(pinned, project, packages.Value.Requests), diagnostics);
    }

    /// <summary>The `name` of the project file, not rendered; an archive is called what its request calls it.</summary>
    private static string? ReadName(PackagePin pin, IProjectFiles files, List<Diagnostic> diagnostics)
    {
        if (!ProjectFiles.Any(name => files.TryRead(name, out _)))
        {
            diagnostics.Add(pin.Place(NotAProject(pin, files)));
            return null;
        }

        Checked<YamlMapping> yaml = ProjectFileReader.ReadYaml(new PackageFolder(files, ""));
        diagnostics.AddRange(yaml.Diagnostics.Where(d => d.Severity == Severity.Error));
        string? name = yaml.Value is not null && yaml.Value.TryFind("name", out YamlNode? node) && node is YamlScalar scalar ? scalar.Value.ToText() : null;
        if (yaml.Value is not null && (name is null || !FolderName.IsSafe(name)))
        {
            diagnostics.Add(pin.Place(Diagnostic.Error(PackageCodes.NotAProject, $"the project file of `{pin.ShownName}` has no `name` that can name a folder")));
            return null;
        }

        return pin is TarballPin archive ? archive.Project : name;
    }

    private static Diagnostic NotAProject(PackagePin pin, IProjectFiles files)
    {
        // A folder of the user's may be anything, their home too: it is not searched.
        string[] below = pin is LocalPin ? [] : [.. files.List("").Where(f => ProjectFiles.Contains(Path.GetFileName(f))).Select(f => Path.GetDirectoryName(f) ?? "").Order(StringComparer.Ordinal)];
        Diagnostic diagnostic = Diagnostic.Error(PackageCodes.NotAProject, $"`{pin.ShownName}` is not a dbt project: it holds no dbt_project.yml");
        return pin is GitPin && below.Length > 0
            ? diagnostic.WithHint($"there is one below it: add `subdirectory: {below[0].Replace('\\', '/')}`")
            : diagnostic.WithHint(below.Length > 0 ? $"there is one in `{below[0].Replace('\\', '/')}`" : null);
    }
}
