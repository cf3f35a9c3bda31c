using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Engine.Selection.State;

namespace Deck.Models.Engine.Selection.Methods;

/// <summary>Makes the test that a criterion's method puts every node to.</summary>
internal static class CriterionMatch
{
    public static Func<Node, bool> Of(SelectionCriterion criterion, Manifest manifest, PreviousState? state)
    {
        string value = criterion.Value;
        return criterion.Method switch
        {
            SelectionMethod.Fqn => node => node is not SourceNode && FqnMatch.Matches(node, value),
            SelectionMethod.Tag => node => node.Tags.Any(t => Glob.Matches(t, value)),
            SelectionMethod.Group => node => node is not (SemanticModelNode or SavedQueryNode) && node.Config.GetText("group") is { } group && Glob.Matches(group, value),
            SelectionMethod.Access => node => node is ModelNode model && model.Access == value,
            SelectionMethod.Source => OfSource(value),
            SelectionMethod.Path => OfPath(value),
            SelectionMethod.File => node => MatchesFile(node, value),
            SelectionMethod.Package => OfPackage(value, manifest),
            SelectionMethod.Config => node => (node.IsPlain || node is SourceNode) && ConfigMatch.Matches(node.Config, criterion.MethodArguments, value),
            SelectionMethod.TestName => node => MatchesTestName(node, value),
            SelectionMethod.TestType => node => MatchesTestType(node, value),
            SelectionMethod.ResourceType => node => ResourceTypes.NameOf(node.ResourceType) == value,
            SelectionMethod.Exposure or SelectionMethod.UnitTest or SelectionMethod.Function or SelectionMethod.Metric or SelectionMethod.SemanticModel
                or SelectionMethod.SavedQuery => OfNamed(SelectionMethods.NameOf(criterion.Method), value),
            SelectionMethod.State when state?.Manifest is { } before => StateMatch.Of(value, manifest, before),
            SelectionMethod.Result when state?.Results is { } results => node => results.GetValueOrDefault(node.Id) == value,
            SelectionMethod.SourceStatus when state?.FresherSources is { } fresher => node => fresher.Contains(node.Id),
            SelectionMethod.Version => node => node is ModelNode model && VersionMatch.Matches(model, value),
            _ => _ => false,
        };
    }

    /// <summary>`source`, `source.table` or `package.source.table`.</summary>
    private static Func<Node, bool> OfSource(string value)
    {
        string[] parts = value.Split('.');
        (string package, string source, string table) = parts switch
        {
            [var one] => ("*", one, "*"),
            [var one, var two] => ("*", one, two),
            _ => (parts[0], parts[1], string.Join('.', parts[2..])),
        };
        return node => node is SourceNode found && Glob.Matches(found.PackageName, package) && Glob.Matches(found.SourceName, source) && Glob.Matches(found.Name, table);
    }

    /// <summary>`name` or `package.name` of a type.</summary>
    private static Func<Node, bool> OfNamed(string type, string value)
    {
        int dot = value.IndexOf('.', StringComparison.Ordinal);
        (string package, string name) = dot < 0 ? ("*", value) : (value[..dot], value[(dot + 1)..]);
        return node => ResourceTypes.NameOf(node.ResourceType) == type && Glob.Matches(node.PackageName, package) && Glob.Matches(node.Name, name);
    }

    private static Func<Node, bool> OfPath(string value)
    {
        PathPattern pattern = new(value);
        return node => pattern.CoversFile(node.OriginalFilePath)
            || (node.PatchPath is { } patch && pattern.IsFile(patch[(patch.IndexOf("://", StringComparison.Ordinal) + 3)..]));
    }

    private static Func<Node, bool> OfPackage(string value, Manifest manifest)
    {
        string package = value == "this" ? manifest.Project.ProjectName : value;
        return node => Glob.Matches(node.PackageName, package);
    }

    private static bool MatchesFile(Node node, string value)
    {
        string file = node.OriginalFilePath[(node.OriginalFilePath.LastIndexOf('/') + 1)..];
        int dot = file.LastIndexOf('.');
        return Glob.Matches(file, value) || Glob.Matches(dot > 0 ? file[..dot] : file, value);
    }

    private static bool MatchesTestName(Node node, string value) => node switch
    {
        DataTestNode { Generic: { } generic } => Glob.Matches(generic.Name, value),
        UnitTestNode => Glob.Matches(node.Name, value),
        _ => false,
    };

    private static bool MatchesTestType(Node node, string value) => (node, value) switch
    {
        (DataTestNode test, "generic" or "schema") => test.IsGeneric,
        (DataTestNode test, "singular") => !test.IsGeneric,
        (DataTestNode, "data") => true,
        (UnitTestNode, "unit") => true,
        _ => false,
    };
}
