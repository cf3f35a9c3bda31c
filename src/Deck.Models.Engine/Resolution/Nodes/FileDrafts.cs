using System.Collections.Immutable;
using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Yaml;
using Deck.Models.Engine.Resolution.Properties;
using Deck.Models.Templating;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>Drafts of the nodes that have a file of their own, each declared by a dry render, and of snapshots written in YAML.</summary>
internal sealed class FileDrafts
{
    private readonly ResolutionSession session;
    private readonly PropertiesIndex properties;
    private readonly PackageTable<VersionFile> versions = new();

    private FileDrafts(ResolutionSession session, PropertiesIndex properties)
    {
        this.session = session;
        this.properties = properties;
        foreach (ResourceProperties versioned in properties.All)
        {
            foreach (ModelVersion version in versioned.Versions)
            {
                versions.TryAdd(versioned.Entry.PackageName, version.FileName, new VersionFile(versioned, version));
            }
        }
    }

    public static ImmutableArray<NodeDraft> Create(ResolutionSession session, PropertiesIndex properties)
    {
        FileDrafts drafts = new(session, properties);
        ImmutableArray<ResourceFile> files =
        [
            .. session.Sources.Packages.SelectMany(p => p.Files),
            .. properties.All.Where(p => p.Entry.Kind == PropertiesKind.Snapshot).Select(YamlSnapshots.FileOf).OfType<ResourceFile>(),
        ];
        NodeDraft[] created = new NodeDraft[files.Length];
        Parallel.For(0, files.Length, i => created[i] = drafts.Create(files[i]));
        return [.. created];
    }

    private NodeDraft Create(ResourceFile file)
    {
        NodeDraft draft = Identify(file);
        if (file.Code is null)
        {
            return draft;
        }

        Checked<ModelDeclaration> declared = DeclarationRenderer.Declare(file, session.Scope);
        session.Report(declared.Diagnostics);
        return draft with { Declaration = declared.Value ?? new ModelDeclaration() };
    }

    private NodeDraft Identify(ResourceFile file)
    {
        if (file.ResourceType == ResourceType.Model && FindVersion(file) is { } found)
        {
            return IdentifyVersion(file, found.Properties, found.Version);
        }

        string path = file.ResourceType == ResourceType.Analysis && !session.Project.HasOwnAnalyses ? $"analysis/{file.Path}" : file.Path;
        ReadOnlySpan<string> rest = file.ResourceType == ResourceType.Snapshot && file.OriginalFilePath.EndsWith(".sql", StringComparison.OrdinalIgnoreCase) ? [NodePaths.Stem(path), file.Name] : [file.Name];
        return new NodeDraft
        {
            Id = new NodeId($"{ResourceTypes.NameOf(file.ResourceType)}.{file.PackageName}.{file.Name}"),
            ResourceType = file.ResourceType,
            Name = file.Name,
            PackageName = file.PackageName,
            Fqn = NodePaths.Fqn(file.PackageName, path, rest),
            OriginalFilePath = file.OriginalFilePath,
            Path = path,
            Location = new Location(file.Text, default),
            Code = file.Code,
            Checksum = file.Checksum,
            HasOwnTree = session.Project.HasOwnAnalyses,
            Properties = properties.Find(PropertiesIndex.KindOf(file.ResourceType), file.PackageName, file.Name),
        };
    }

    /// <summary>The version that a file holds; the latest one may lie in a file without a suffix.</summary>
    private VersionFile? FindVersion(ResourceFile file)
    {
        if (versions.TryFind(file.PackageName, file.Name, out VersionFile? found))
        {
            return found;
        }

        ResourceProperties? unsuffixed = properties.Find(PropertiesKind.Model, file.PackageName, file.Name);
        ModelVersion? latest = unsuffixed?.Versions.FirstOrDefault(v => v.IsLatest);
        return unsuffixed is null || latest is null ? null : new VersionFile(unsuffixed, latest);
    }

    private static NodeDraft IdentifyVersion(ResourceFile file, ResourceProperties properties, ModelVersion version)
    {
        (string name, string suffix) = (properties.Entry.Name, $"v{version.Value.ToText()}");
        return new NodeDraft
        {
            Id = new NodeId($"model.{file.PackageName}.{name}.{suffix}"),
            ResourceType = ResourceType.Model,
            Name = name,
            PackageName = file.PackageName,
            Fqn = NodePaths.Fqn(file.PackageName, file.Path, name, suffix),
            OriginalFilePath = file.OriginalFilePath,
            Path = file.Path,
            Location = new Location(file.Text, default),
            Code = file.Code,
            Checksum = file.Checksum,
            Properties = properties,
            Version = version,
        };
    }

    /// <summary>What a file of a versioned model holds.</summary>
    private sealed record VersionFile(ResourceProperties Properties, ModelVersion Version);
}
