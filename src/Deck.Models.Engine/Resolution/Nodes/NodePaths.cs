using System.Collections.Immutable;
using Deck.Models.Engine.Loading;

namespace Deck.Models.Engine.Resolution;

/// <summary>How dbt derives `fqn` from paths.</summary>
internal static class NodePaths
{
    /// <summary>The package, the folders of a path below its resource path, and what comes after them.</summary>
    public static ImmutableArray<string> Fqn(string package, string path, params ReadOnlySpan<string> rest)
    {
        ImmutableArray<string>.Builder fqn = ImmutableArray.CreateBuilder<string>();
        fqn.Add(package);
        string[] parts = path.Split('/');
        fqn.AddRange(parts.AsSpan(0, parts.Length - 1));
        fqn.AddRange(rest);
        return fqn.ToImmutable();
    }

    /// <summary>A properties file's path below the resource path it lies in, such as `gold/_schema.yml`.</summary>
    public static string BelowResourcePath(ProjectFile project, string path)
    {
        string? folder = project.ModelPaths
            .Concat(project.SeedPaths).Concat(project.SnapshotPaths).Concat(project.TestPaths).Concat(project.MacroPaths).Concat(project.AnalysisPaths)
            .Where(f => path.StartsWith(f + "/", StringComparison.Ordinal))
            .MaxBy(f => f.Length);
        return folder is null ? path : path[(folder.Length + 1)..];
    }

    /// <summary>A path without its first folder, whatever the resource paths are: dbt's rule for tests in properties files.</summary>
    public static string BelowFirstFolder(string path) => path[(path.IndexOf('/', StringComparison.Ordinal) + 1)..];

    /// <summary>The last part of a path without its extension.</summary>
    public static string Stem(string path)
    {
        string name = path[(path.LastIndexOf('/') + 1)..];
        int dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }
}
