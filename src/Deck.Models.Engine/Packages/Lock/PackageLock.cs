using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Packages.Requests;
using Deck.Models.Text;

namespace Deck.Models.Engine.Packages.Lock;

/// <summary>A package-lock.yml: the packages that were chosen, and the hash of what they were chosen for.</summary>
public sealed class PackageLock
{
    public const string FileName = "package-lock.yml";

    private readonly YamlMapping yaml;

    private PackageLock(YamlMapping yaml) => this.yaml = yaml;

    /// <summary>`sha1_hash`, or null where the lock has none.</summary>
    public string? Hash => yaml.TryFind("sha1_hash", out YamlNode? hash) && hash is YamlScalar { Value.IsNone: false } scalar ? scalar.Text : null;

    public int Count => Items.Length;

    /// <summary>The names of the projects, where the lock has them.</summary>
    public IEnumerable<string> Projects => Items.OfType<YamlMapping>()
        .Select(item => item.TryFind("name", out YamlNode? name) && name is YamlScalar { Value.IsNone: false } scalar ? scalar.Text : null)
        .OfType<string>();

    private ImmutableArray<YamlNode> Items => yaml.TryFind("packages", out YamlNode? list) && list is YamlSequence sequence ? sequence.Items : [];

    /// <summary>The lock of a project; null where there is none.</summary>
    public static Checked<PackageLock>? Find(IProjectFiles files) =>
        files.TryRead(FileName, out byte[]? content) ? Read(TextDecoder.Decode(FileName, content)) : null;

    public static Checked<PackageLock> Read(Checked<SourceText> text)
    {
        Checked<YamlNode>? yaml = text.Value is null ? null : YamlReader.Read(text.Value);
        return yaml is { HasErrors: false, Value: YamlMapping mapping }
            ? Check.Ok(new PackageLock(mapping))
            : Check.Failed<PackageLock>(
            [
                .. text.Diagnostics,
                .. yaml?.Diagnostics ?? [],
                Diagnostic.Error(PackageCodes.BadLock, $"{FileName} cannot be read", Location.OfFile(FileName)).WithHint("`deckmodel deps --upgrade` writes it anew"),
            ]);
    }

    /// <summary>The packages as requests for exactly what was chosen, rendered: addresses are locked with their templates.</summary>
    public Checked<PackagesFile> ReadRequests(InvocationSettings settings)
    {
        List<Diagnostic> diagnostics = [];
        PackageListReader reader = new(settings, FileName, diagnostics);
        ImmutableArray<PackageEntry> entries = yaml.TryFind("packages", out YamlNode? list) ? reader.ReadEntries(list, isRendered: true) : [];
        ImmutableArray<PackageRequest> requests = reader.ReadRequests(entries);
        return diagnostics.Any(d => d.Severity == Severity.Error)
            ? Check.Failed<PackagesFile>(diagnostics)
            : Check.Ok(new PackagesFile { FileName = FileName, Requests = requests, Hash = Hash ?? "" }, diagnostics);
    }
}
