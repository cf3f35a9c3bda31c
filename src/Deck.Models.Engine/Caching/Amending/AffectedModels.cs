using System.Collections.Immutable;
using Deck.Models.Engine.Caching.Pieces;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Amending;

/// <summary>All models that changed files hold or describe.</summary>
internal sealed class AffectedModels
{
    private readonly HashSet<string> paths;

    private AffectedModels(ImmutableArray<AffectedModel> all)
    {
        All = all;
        paths = [.. all.SelectMany(model => model.Paths)];
    }

    public ImmutableArray<AffectedModel> All { get; }

    /// <summary>The models, or null where one of them cannot be resolved by itself.</summary>
    public static AffectedModels? Find(ImmutableArray<ChangedFile> changed, Manifest manifest, KeptFiles kept, ProjectFrame frame)
    {
        Dictionary<string, FileContents?> contents = changed.ToDictionary(file => file.Path, file => (FileContents?)file.Now, StringComparer.Ordinal);
        AffectedModel?[] found = [.. changed.SelectMany(file => file.Models).Distinct().Select(id => AffectedModel.Find(id, manifest, frame, ContentsOf))];
        AffectedModels affected = new([.. found.OfType<AffectedModel>()]);
        return affected.All.Length == found.Length && affected.Covers(changed) && affected.StandAlone(manifest) ? affected : null;

        FileContents? ContentsOf(PackageItem item, string path)
        {
            if (!contents.TryGetValue(path, out FileContents? known))
            {
                contents.Add(path, known = kept.Read(item, path, frame)?.Contents);
            }

            return known;
        }
    }

    /// <summary>True for a remark on one of the models' files: where it stands, or whether it still does, is to be found out anew.</summary>
    public bool AreMeantBy(Diagnostic diagnostic) =>
        diagnostic.Related.Select(related => related.Location).Append(diagnostic.Location).Any(place => place is not null && paths.Contains(place.InFile.Text.Path));

    /// <summary>The sources of the project, with these models as its only resources.</summary>
    /// <param name="bare">The sources without any resource.</param>
    public ProjectSources SourcesIn(ProjectSources bare, Manifest manifest)
    {
        ILookup<string, AffectedModel> models = All.ToLookup(model => model.Package.Project.Name, StringComparer.Ordinal);
        ILookup<string, Macro> macros = manifest.Macros.All.ToLookup(macro => macro.PackageName, StringComparer.Ordinal);
        ILookup<string, DocBlock> docs = manifest.Declarations.Docs.ToLookup(block => block.PackageName, StringComparer.Ordinal);
        return new ProjectSources
        {
            Profile = bare.Profile, Settings = bare.Settings, Selectors = bare.Selectors,
            Packages = [.. bare.Packages.Select(package => new PackageSources
            {
                Project = package.Project,
                Folder = package.Folder,
                Files = [.. models[package.Project.Name].Select(model => model.File)],
                Properties = [.. models[package.Project.Name].Select(model => model.Entry).OfType<PropertiesEntry>()],
                Macros = [.. macros[package.Project.Name]],
                Docs = docs[package.Project.Name].ToImmutableDictionary(block => block.Name, block => block.Contents, StringComparer.Ordinal),
            })],
        };
    }

    /// <summary>True where every changed file is one from which a model comes.</summary>
    private bool Covers(ImmutableArray<ChangedFile> changed) => changed.All(file => paths.Contains(file.Path));

    /// <summary>True where nothing of the models' names is in other packages, which could lend or borrow what properties files say, and nothing of their files was left out of the graph.</summary>
    private bool StandAlone(Manifest manifest)
    {
        HashSet<string> names = [.. All.Select(model => model.Before.Name)];
        return !manifest.Disabled.Concat(manifest.IncompleteTests).Any(node => names.Contains(node.Name) || All.Any(m => paths.Contains(m.Package.Folder.Shown(node.OriginalFilePath))))
            && manifest.Nodes.Count(node => node is ModelNode or SeedNode or SnapshotNode && names.Contains(node.Name)) == All.Length;
    }
}
