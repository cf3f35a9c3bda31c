using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Requests;

/// <summary>The list of packages as it stands in packages.yml or dependencies.yml, and which of the two it is.</summary>
internal sealed record PackagesText(string FileName, YamlNode? List)
{
    private static readonly string[] KnownKeys = ["packages"];

    /// <param name="package">The package whose files these are, or null for the root project.</param>
    public static PackagesText Read(IProjectFiles files, string? package, List<Diagnostic> diagnostics)
    {
        YamlMapping? packages = ReadMapping(files, PackagesFileReader.PackagesName, package, diagnostics);
        YamlMapping? dependencies = ReadMapping(files, PackagesFileReader.DependenciesName, package, diagnostics);
        YamlNode? list = Find(packages);
        YamlNode? other = Find(dependencies);
        if (list is not null && other is not null)
        {
            diagnostics.Add(Diagnostic.Error(PackageCodes.BadPackagesFile, "packages.yml and dependencies.yml both have `packages`", list.Location)
                .WithRelated([new RelatedLocation("the other one", other.Location)])
                .WithHint("keep them in one of the two files"));
        }

        foreach (YamlEntry unknown in packages?.Entries.Where(e => !KnownKeys.Contains(e.Key)) ?? [])
        {
            diagnostics.Add(Diagnostic.Error(PackageCodes.BadPackagesFile, $"packages.yml has no key `{unknown.Key}`", unknown.KeyLocation)
                .WithHint(unknown.Key == "projects" ? "`projects` belongs in dependencies.yml" : Spelling.DidYouMean(unknown.Key, KnownKeys)));
        }

        return other is null ? new PackagesText(PackagesFileReader.PackagesName, list) : new PackagesText(PackagesFileReader.DependenciesName, other);
    }

    private static YamlNode? Find(YamlMapping? mapping) => mapping is not null && mapping.TryFind("packages", out YamlNode? list) ? list : null;

    private static YamlMapping? ReadMapping(IProjectFiles files, string name, string? package, List<Diagnostic> diagnostics)
    {
        if (!files.TryRead(name, out byte[]? content))
        {
            return null;
        }

        Checked<SourceText> text = TextDecoder.Decode(package is null ? name : $"{package}: {name}", content);
        diagnostics.AddRange(text.Diagnostics);
        Checked<YamlNode>? yaml = text.Value is null ? null : YamlReader.Read(text.Value);
        diagnostics.AddRange(yaml?.Diagnostics ?? []);
        if (yaml?.Value is null or YamlMapping or YamlScalar { Value.IsNone: true })
        {
            return yaml?.Value as YamlMapping;
        }

        diagnostics.Add(Diagnostic.Error(PackageCodes.BadPackagesFile, $"{name} should be a mapping with the key `packages`", yaml.Value.Location));
        return null;
    }
}
