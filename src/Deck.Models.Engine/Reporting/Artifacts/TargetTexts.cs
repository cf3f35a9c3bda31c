using System.Text;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Reporting.Artifacts;

/// <summary>Writes `compiled/…` and `run/…` below the target folder as nodes finish, under dbt's paths.</summary>
public sealed class TargetTexts(IArtifactSink sink) : IRunObserver
{
    public void OnEvent(RunEvent happened)
    {
        if (happened is not NodeFinished { Result: var result })
        {
            return;
        }

        Write("compiled", result.Node, result.CompiledCode);
        Write("run", result.Node, result.ExecutedSql);
    }

    /// <summary>A node of a properties file (a generic test, a unit test) gets a file of its own in a folder named like the properties file, as in dbt.</summary>
    public static string PathOf(string folder, Node node)
    {
        bool ownFile = node.OriginalFilePath.EndsWith(".sql", StringComparison.Ordinal) || node.OriginalFilePath.EndsWith(".csv", StringComparison.Ordinal);
        string path = ownFile ? node.OriginalFilePath : $"{node.OriginalFilePath}/{node.Name}.sql";
        return $"{folder}/{node.PackageName}/{path}";
    }

    private void Write(string folder, Node node, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            sink.Write(PathOf(folder, node), stream => stream.Write(Encoding.UTF8.GetBytes(text)));
        }
    }
}
