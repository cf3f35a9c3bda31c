using System.Collections.Immutable;
using Deck.Models.Engine.Loading.Resources;
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
        Checked<ProjectFrame> frame = ProjectFrame.Read(root, settings);
        return frame.Value is { } found ? Load(found) : Check.Failed<ProjectSources>(frame.Diagnostics);
    }

    /// <summary>The resources of all packages of a frame.</summary>
    internal static Checked<ProjectSources> Load(ProjectFrame frame) => Load(frame, FileReader.Read);

    /// <param name="read">Reads a file for one of its uses.</param>
    internal static Checked<ProjectSources> Load(ProjectFrame frame, Func<PackageFolder, string, InventoryEntry, FileContents> read)
    {
        List<Diagnostic> diagnostics = [.. frame.Diagnostics];
        ImmutableArray<PackageSources>.Builder packages = ImmutableArray.CreateBuilder<PackageSources>();
        bool allowsJinja = frame.Project.Flags.TryGet("allow_jinja_file_extensions", out Value? allowed) && allowed.IsTrue;
        IEnumerable<Checked<PackageSources>> all = frame.Packages.Select(p => PackageLoader.Load(p, allowsJinja, read)).Append(MacroLibrary.Load());
        foreach (Checked<PackageSources> loaded in all)
        {
            diagnostics.AddRange(loaded.Diagnostics);
            if (loaded.Value is { } package)
            {
                packages.Add(package);
            }
        }

        diagnostics.AddRange(packages.SelectMany(package => VersionRequirement.Check(package.Project, frame.Settings)));
        return Assemble(frame, packages.ToImmutable(), diagnostics);
    }

    /// <summary>The frame without any resource: what they say is known already.</summary>
    /// <param name="known">What reading the resources found to say before.</param>
    internal static Checked<ProjectSources> LoadBare(ProjectFrame frame, ImmutableArray<Diagnostic> known)
    {
        List<Diagnostic> diagnostics = [.. frame.Diagnostics, .. known];
        ImmutableArray<PackageSources> packages =
        [
            .. frame.Packages.Select(p => new PackageSources { Project = p.Project, Folder = p.Folder.Prefix, Files = [], Macros = [], Properties = [] }),
            .. MacroLibrary.Load().Value is { } library ? [library] : (PackageSources[])[],
        ];
        diagnostics.AddRange(packages.SelectMany(package => VersionRequirement.Check(package.Project, frame.Settings)));
        return Assemble(frame, packages, diagnostics);
    }

    private static Checked<ProjectSources> Assemble(ProjectFrame frame, ImmutableArray<PackageSources> packages, List<Diagnostic> diagnostics) => frame.Profile is null
        ? Check.Failed<ProjectSources>(diagnostics)
        : Check.Ok(
            new ProjectSources { Packages = packages, Profile = frame.Profile, Settings = frame.Settings, Selectors = frame.Selectors, Uninstalled = frame.Uninstalled },
            diagnostics);
}
