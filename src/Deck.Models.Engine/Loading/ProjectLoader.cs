using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Profiles;
using Deck.Models.Engine.Loading.Project;
using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Packages;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading;

/// <summary>Reads a project, its installed packages, its connection and the embedded macro library.</summary>
public static class ProjectLoader
{
    /// <summary>Everything read, with every mistake found on the way; files are read and parsed in parallel.</summary>
    /// <remarks>Without a connection profile there is no value, but the files are read all the same, for their diagnostics.</remarks>
    public static Checked<ProjectSources> Load(IProjectFiles root, InvocationSettings settings)
    {
        PackageFolder folder = new(root, "");
        Checked<YamlMapping> yaml = ProjectFileReader.ReadYaml(folder);
        if (yaml.Value is null)
        {
            return Check.Failed<ProjectSources>(yaml.Diagnostics);
        }

        List<Diagnostic> diagnostics = [.. yaml.Diagnostics];
        ConnectionProfile? profile = ReadProfile(yaml.Value, settings, diagnostics);
        // Where the profile is missing, a target that chains keeps one mistake from causing others.
        Value target = profile?.Target ?? (Value)new UndefinedValue("target", "'target' is undefined", chains: true);
        YamlMapping? vars = VarsFile.Read(folder, yaml.Value, diagnostics);
        YamlScope rootScope = YamlScope.ForProject(vars is null ? settings : settings.WithDefaults(YamlValues.ToDict(vars)), target);
        Checked<ProjectFile> project = ProjectFileReader.Read(vars is null ? yaml.Value : VarsFile.AddTo(yaml.Value, vars), rootScope);
        diagnostics.AddRange(project.Diagnostics);
        if (project.Value is null)
        {
            return Check.Failed<ProjectSources>(diagnostics);
        }

        YamlNode? selectors = SelectorsFile.Read(folder, rootScope, diagnostics);
        ImmutableArray<PackageSources> packages = LoadPackages(folder, project.Value, YamlScope.ForProject(settings, target), diagnostics);
        diagnostics.AddRange(packages.SelectMany(package => VersionRequirement.Check(package.Project, settings)));
        Diagnostic? uninstalled = InstallationCheck.Find(root, project.Value.PackagesInstallPath);
        return profile is null
            ? Check.Failed<ProjectSources>(diagnostics)
            : Check.Ok(new ProjectSources { Packages = packages, Profile = profile, Settings = settings, Selectors = selectors, Uninstalled = uninstalled }, diagnostics);
    }

    private static ConnectionProfile? ReadProfile(YamlMapping yaml, InvocationSettings settings, List<Diagnostic> diagnostics)
    {
        string? name = null;
        YamlScalar? written = yaml.TryFind("profile", out YamlNode? node) ? node as YamlScalar : null;
        if (written is { Value.IsNone: false })
        {
            int before = diagnostics.Count;
            name = new YamlRenderer(YamlScope.ForProfiles(settings), diagnostics).RenderScalar(written).ToText();
            if (diagnostics.Count > before)
            {
                return null;
            }
        }

        Checked<ConnectionProfile> profile = ProfileLoader.Load(name, written?.Location, settings);
        diagnostics.AddRange(profile.Diagnostics);
        return profile.Value;
    }

    private static ImmutableArray<PackageSources> LoadPackages(PackageFolder root, ProjectFile project, YamlScope scope, List<Diagnostic> diagnostics)
    {
        PackageList packages = new(diagnostics);
        packages.Add(PackageLoader.Load(root, project));
        foreach (PackageFolder folder in InstalledPackages.Find(root, project))
        {
            Checked<YamlMapping> yaml = ProjectFileReader.ReadYaml(folder);
            diagnostics.AddRange(yaml.Diagnostics);
            Checked<ProjectFile>? installed = yaml.Value is null ? null : ProjectFileReader.Read(yaml.Value, scope);
            diagnostics.AddRange(installed?.Diagnostics ?? []);
            if (installed?.Value is not null)
            {
                packages.Add(PackageLoader.Load(folder, installed.Value));
            }
        }

        packages.Add(MacroLibrary.Load());
        return packages.ToImmutable();
    }

    /// <summary>The packages read so far, each with a name of its own.</summary>
    private sealed class PackageList(List<Diagnostic> diagnostics)
    {
        private readonly ImmutableArray<PackageSources>.Builder packages = ImmutableArray.CreateBuilder<PackageSources>();
        private readonly HashSet<string> names = new(StringComparer.Ordinal);

        public ImmutableArray<PackageSources> ToImmutable() => packages.ToImmutable();

        public void Add(Checked<PackageSources> loaded)
        {
            diagnostics.AddRange(loaded.Diagnostics);
            if (loaded.Value is not { } package)
            {
                return;
            }

            if (!names.Add(package.Project.Name))
            {
                diagnostics.Add(Diagnostic.Error(LoadingCodes.DuplicatePackage, $"two packages are called `{package.Project.Name}`", new Location(package.Project.Source, default)));
                return;
            }

            packages.Add(package);
        }
    }
}
