using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Requests;

/// <summary>Reads packages.yml and dependencies.yml.</summary>
public static class PackagesFileReader
{
    public const string PackagesName = "packages.yml";
    public const string DependenciesName = "dependencies.yml";

    /// <summary>What the root project asks for. As in dbt, the entries of dependencies.yml are not rendered.</summary>
    public static Checked<PackagesFile> ReadRoot(IProjectFiles files, InvocationSettings settings) => Read(files, settings, null);

    /// <summary>What a package asks for.</summary>
    /// <param name="package">The package's name with its version, for messages.</param>
    public static Checked<PackagesFile> ReadPackage(IProjectFiles files, InvocationSettings settings, string package) => Read(files, settings, package);

    /// <summary>How many packages the root project asks for; counting needs no rendering.</summary>
    internal static int Count(IProjectFiles files) => PackagesText.Read(files, null, []).List is YamlSequence list ? list.Items.Length : 0;

    /// <summary>The file that holds the root project's packages, or would hold them: `packages.yml` unless dependencies.yml has some.</summary>
    public static string NameOf(IProjectFiles files) => PackagesText.Read(files, null, []).FileName;

    private static Checked<PackagesFile> Read(IProjectFiles files, InvocationSettings settings, string? package)
    {
        List<Diagnostic> diagnostics = [];
        PackagesText text = PackagesText.Read(files, package, diagnostics);
        bool isRendered = package is not null || text.FileName == PackagesName;
        PackageListReader reader = new(settings, package ?? text.FileName, diagnostics);
        ImmutableArray<PackageEntry> entries = text.List is null ? [] : reader.ReadEntries(text.List, isRendered);
        ImmutableArray<PackageRequest> requests = reader.ReadRequests(entries);
        return diagnostics.Any(d => d.Severity == Severity.Error)
            ? Check.Failed<PackagesFile>(diagnostics)
            : Check.Ok(new PackagesFile { FileName = text.FileName, Requests = requests, Hash = PackagesHash.Of(entries) }, diagnostics);
    }
}
