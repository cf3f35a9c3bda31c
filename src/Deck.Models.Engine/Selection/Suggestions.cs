using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Selection;

/// <summary>Finds what a criterion that matches nothing was probably meant to be.</summary>
internal static class Suggestions
{
    public static string? For(SelectionCriterion criterion, Manifest manifest)
    {
        string value = criterion.Value;
        IEnumerable<string> known = criterion.Method switch
        {
            SelectionMethod.Fqn => manifest.Nodes.Where(n => n is not SourceNode).Select(n => n.Name).Concat(manifest.Nodes.SelectMany(n => n.Fqn)),
            SelectionMethod.Tag => manifest.Nodes.SelectMany(n => n.Tags),
            SelectionMethod.Source => manifest.Nodes.OfType<SourceNode>().SelectMany(s => new[] { s.SourceName, $"{s.SourceName}.{s.Name}" }),
            SelectionMethod.Path => manifest.Nodes.SelectMany(n => WithFolders(n.OriginalFilePath)),
            SelectionMethod.File => manifest.Nodes.Select(n => n.OriginalFilePath[(n.OriginalFilePath.LastIndexOf('/') + 1)..]),
            SelectionMethod.Package => manifest.Nodes.Select(n => n.PackageName),
            SelectionMethod.Exposure => manifest.Nodes.OfType<ExposureNode>().Select(n => n.Name),
            SelectionMethod.Metric => manifest.Nodes.OfType<MetricNode>().Select(n => n.Name),
            SelectionMethod.SemanticModel => manifest.Nodes.OfType<SemanticModelNode>().Select(n => n.Name),
            SelectionMethod.SavedQuery => manifest.Nodes.OfType<SavedQueryNode>().Select(n => n.Name),
            SelectionMethod.UnitTest => manifest.Nodes.OfType<UnitTestNode>().Select(n => n.Name),
            SelectionMethod.TestName => manifest.Nodes.OfType<DataTestNode>().Select(n => n.Generic?.Name).OfType<string>(),
            SelectionMethod.Group => manifest.Nodes.Select(n => n.Config.GetText("group")).OfType<string>(),
            _ => [],
        };
        if (manifest.Disabled.Any(d => d.Name == value))
        {
            return $"`{value}` is disabled";
        }

        return Spelling.DidYouMean(value, known.Distinct());
    }

    private static IEnumerable<string> WithFolders(string path)
    {
        for (int slash = path.Length; slash > 0; slash = path.LastIndexOf('/', slash - 1))
        {
            yield return path[..slash];
        }
    }
}
