using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Compilation.Context.References;
using Deck.Models.Engine.Compilation.Context.Relations;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.UnitTests;

/// <summary>References of a model under a unit test: the names of its inputs' queries.</summary>
internal sealed class UnitTestReferences(UnitTestNode test, ReferenceIndex index) : IReferences
{
    public Value Ref(RefCall call, ExecuteScope scope)
    {
        Node target = index.Find(call, scope.PackageName) ?? throw new TemplateException(Diagnostic
            .Error(CompilationCodes.UnknownReference, $"model `{call.Name}` does not exist", call.Location)
            .WithHint(Spelling.DidYouMean(call.Name, index.Names)));
        return Input(target, $"ref('{call.Name}')");
    }

    public Value Source(SourceCall call, ExecuteScope scope)
    {
        SourceNode target = index.FindSource(call) ?? throw new TemplateException(Diagnostic
            .Error(CompilationCodes.UnknownSource, $"source `{call.Source}.{call.Table}` does not exist", call.Location)
            .WithHint(Spelling.DidYouMean($"{call.Source}.{call.Table}", index.SourceNames)));
        return Input(target, $"source('{call.Source}', '{call.Table}')");
    }

    /// <summary>A function is the one in the database: its results are part of what the model is tested for.</summary>
    public Value Function(FunctionCall call, ExecuteScope scope) => FunctionReferences.Resolve(call, index, scope);

    /// <summary>The rows given for `this`; without them, the model's own relation.</summary>
    public Value This(ExecuteScope scope) =>
        test.Given.Any(g => g.Target is null) ? RelationValue.OfCte(NameOf(scope.Node))
        : scope.Node.Relation is { } relation ? RelationValue.Of(relation)
        : Value.None;

    /// <summary>The name under which an input's rows stand before the model's query.</summary>
    public static string NameOf(Node node) =>
        RelationMembers.EphemeralName(node is SourceNode source ? $"{source.SourceName}__{source.Name}" : node.Alias ?? node.Name);

    private RelationValue Input(Node target, string reference) => test.Given.Any(g => g.Target == target.Id)
        ? RelationValue.OfCte(NameOf(target))
        : throw new TemplateException(Diagnostic
            .Error(CompilationCodes.MissingFixture, $"unit test `{test.Name}` gives no rows for `{reference}`", test.Location)
            .WithHint($"add `- input: {reference}` under `given:`, with `rows: []` where it may be empty"));
}
