using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Project;
using Deck.Models.Engine.Loading.Profiles;
using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Packages;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Loading;

/// <summary>What surrounds a project's resources, read at every invocation: the project files of all packages, the connection, the selectors.</summary>
internal sealed class ProjectFrame
{
    private readonly List<Diagnostic> diagnostics;

    private ProjectFrame(ProjectFile project, InvocationSettings settings, List<Diagnostic> diagnostics)
    {
        Project = project;
        Settings = settings;
        this.diagnostics = diagnostics;
    }

    public ProjectFile Project { get; }

    public InvocationSettings Settings { get; }

    /// <summary>Null where the connection cannot be read: the resources are read all the same, for their mistakes.</summary>
    public ConnectionProfile? Profile { get; private init; }

    public YamlNode? Selectors { get; private init; }

    /// <summary>What is wrong where other packages are installed than the project asks for.</summary>
    public Diagnostic? Uninstalled { get; private init; }

    /// <summary>The root project first, then the installed ones; each name once.</summary>
    public required ImmutableArray<FramedPackage> Packages { get; init; }

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    /// <summary>Nothing but diagnostics where there is no project file that can be read.</summary>
    public static Checked<ProjectFrame> Read(IProjectFiles root, InvocationSettings settings)
    {
        PackageFolder folder = new(root, "");
        Checked<YamlMapping> yaml = ProjectFileReader.ReadYaml(folder);
        if (yaml.Value is null)
        {
            return Check.Failed<ProjectFrame>(yaml.Diagnostics);
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
            return Check.Failed<ProjectFrame>(diagnostics);
        }

        return Check.Ok(new ProjectFrame(project.Value, settings, diagnostics)
        {
            Profile = profile,
            Selectors = SelectorsFile.Read(folder, rootScope, diagnostics),
            Packages = FindPackages(folder, project.Value, YamlScope.ForProject(settings, target), diagnostics),
            Uninstalled = InstallationCheck.Find(root, project.Value.PackagesInstallPath),
        });
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

    private static ImmutableArray<FramedPackage> FindPackages(PackageFolder root, ProjectFile project, YamlScope scope, List<Diagnostic> diagnostics)
    {
        ImmutableArray<FramedPackage>.Builder packages = ImmutableArray.CreateBuilder<FramedPackage>();
        packages.Add(new FramedPackage(root, project));
        HashSet<string> names = [project.Name];
        foreach (PackageFolder folder in InstalledPackages.Find(root, project))
        {
            Checked<YamlMapping> yaml = ProjectFileReader.ReadYaml(folder);
            diagnostics.AddRange(yaml.Diagnostics);
            Checked<ProjectFile>? installed = yaml.Value is null ? null : ProjectFileReader.Read(yaml.Value, scope);
            diagnostics.AddRange(installed?.Diagnostics ?? []);
            if (installed?.Value is not { } file)
            {
                continue;
            }

            if (names.Add(file.Name))
            {
                packages.Add(new FramedPackage(folder, file));
            }
            else
            {
                diagnostics.Add(Diagnostic.Error(LoadingCodes.DuplicatePackage, $"two packages are called `{file.Name}`", new Location(file.Source, default)));
            }
        }

        return packages.ToImmutable();
    }
}
