using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.References;

/// <summary>References as they are built: relations of the manifest, ephemeral models as CTEs.</summary>
internal sealed class ManifestReferences(ReferenceIndex index) : IReferences
{
    public Value Ref(RefCall call, ExecuteScope scope)
    {
        Node target = index.Find(call, scope.PackageName) ?? throw Unknown(call);
        Require(target, "ref", call.Location, scope);
        if (target is ModelNode { IsEphemeral: true } ephemeral)
        {
            return RefEphemeral(ephemeral, scope);
        }

        RelationName? place = scope.Compilation.Session.Deferral?.Find(target, scope) ?? target.Relation;
        return place is { } relation ? scope.RelationOf(relation, target) : throw new InvalidOperationException($"{target} has no relation");
    }

    public Value Source(SourceCall call, ExecuteScope scope)
    {
        SourceNode source = index.FindSource(call) ?? throw new TemplateException(Diagnostic
            .Error(CompilationCodes.UnknownSource, $"source `{call.Source}.{call.Table}` does not exist", call.Location)
            .WithHint(Spelling.DidYouMean($"{call.Source}.{call.Table}", index.SourceNames)));
        return source.Relation is { } relation ? scope.RelationOf(relation, source) : throw new InvalidOperationException($"{source} has no relation");
    }

    public Value Function(FunctionCall call, ExecuteScope scope) => FunctionReferences.Resolve(call, index, scope);

    /// <summary>A test has its place too, whether its failing rows are stored there or not.</summary>
    public Value This(ExecuteScope scope) =>
        scope.Node is not OperationNode && (scope.Node.Relation ?? scope.Node.Origin.Place) is { } relation ? RelationValue.Of(relation) : Value.None;

    private static RelationValue RefEphemeral(ModelNode ephemeral, ExecuteScope scope)
    {
        if (scope.Node is OperationNode)
        {
            throw new TemplateException(Diagnostic.Error(
                CompilationCodes.UnknownReference, $"operations can not `ref` ephemeral nodes, and `{ephemeral.Name}` is ephemeral"));
        }

        scope.Ephemerals.TryAdd(ephemeral.Id, ephemeral);
        return RelationValue.OfCte(RelationMembers.EphemeralName(ephemeral.Alias ?? ephemeral.Name), scope.FilterOf(ephemeral));
    }

    /// <summary>A reference that the dry render did not meet is not in the graph: nothing says that its target is built first. Hooks and analyses wait for nothing.</summary>
    /// <param name="function">The name of the function that refers.</param>
    internal static void Require(Node target, string function, Location place, ExecuteScope scope)
    {
        if (scope.Node is not (OperationNode or AnalysisNode) && target.Id != scope.Node.Id && !scope.Node.DependsOn.Contains(target.Id))
        {
            throw new TemplateException(Diagnostic
                .Error(CompilationCodes.UndeclaredReference, $"`{scope.Node.Name}` refers to `{target.Name}` only when it is compiled, so the order of the build does not know it", place)
                .WithHint($"the `{function}` stands in a branch or a macro that depends on `execute`; add `-- depends_on: {{{{ {function}('{target.Name}') }}}}` to the text"));
        }
    }

    private TemplateException Unknown(RefCall call) => new(Diagnostic
        .Error(CompilationCodes.UnknownReference, call.Package is null ? $"model `{call.Name}` does not exist" : $"model `{call.Name}` does not exist in package `{call.Package}`", call.Location)
        .WithHint(Spelling.DidYouMean(call.Name, index.Names)));
}
