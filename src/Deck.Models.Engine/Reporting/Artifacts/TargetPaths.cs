using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>dbt's places of a node's SQL below `compiled/` and `run/`.</summary>
public static class TargetPaths
{
    /// <summary>The file's own path below the package's name; what a properties file declares stands in a folder named like that file.</summary>
    public static string Of(Node node) => $"{node.PackageName}/{node.OriginalFilePath}" + node switch
    {
        DataTestNode { IsGeneric: true } => $"/{node.Path[(node.Path.LastIndexOf('/') + 1)..]}",
        OperationNode => $"/{node.Path}",
        UnitTestNode => $"/{node.Name}.sql",
        _ => "",
    };
}
