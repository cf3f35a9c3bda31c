namespace Deck.Models.Engine.Resolution;

/// <summary>The order in which dbt looks for a name among packages.</summary>
internal sealed class PackageSearch(ProjectContext project)
{
    private readonly bool ownFirst = project.IsFlagOn("require_ref_searches_node_package_before_root", otherwise: false);
    private readonly string?[] ofRoot = [project.ProjectName, null];

    /// <summary>A named package only; else the root project and the node's own package, in the order that the project's flag asks for, and then any (null).</summary>
    public string?[] Order(string? named, string own) =>
        named is not null ? [named] : own == project.ProjectName ? ofRoot : ownFirst ? [own, project.ProjectName, null] : [project.ProjectName, own, null];
}
