using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Project;
using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages;

/// <summary>What `deps` needs to know of the root project: neither a connection nor variables have to be there yet.</summary>
/// <param name="InstallPath">`packages-install-path` as written, rendered.</param>
public sealed record PackageProject(string Name, string InstallPath)
{
    private const string DefaultInstallPath = "dbt_packages";

    public static Checked<PackageProject> Read(IProjectFiles files, InvocationSettings settings)
    {
        Checked<YamlMapping> yaml = ProjectFileReader.ReadYaml(new PackageFolder(files, ""));
        if (yaml.Value is not { } mapping)
        {
            return Check.Failed<PackageProject>(yaml.Diagnostics);
        }

        List<Diagnostic> diagnostics = [.. yaml.Diagnostics];
        YamlRenderer renderer = new(YamlScope.ForProject(settings, new UndefinedValue("target", "'target' is undefined", chains: true)), diagnostics);
        string? name = Text(mapping, "name", renderer);
        string? path = Text(mapping, "packages-install-path", renderer);
        if (name is null)
        {
            diagnostics.Add(Diagnostic.Error(LoadingCodes.MissingKey, "a project file needs the key `name`", mapping.Location));
        }

        return name is null || diagnostics.Any(d => d.Severity == Severity.Error)
            ? Check.Failed<PackageProject>(diagnostics)
            : Check.Ok(new PackageProject(name, path ?? DefaultInstallPath), diagnostics);
    }

    private static string? Text(YamlMapping mapping, string key, YamlRenderer renderer) =>
        mapping.TryFind(key, out YamlNode? node) && node is YamlScalar scalar && renderer.RenderScalar(scalar) is { IsNone: false } value ? value.ToText() : null;
}
