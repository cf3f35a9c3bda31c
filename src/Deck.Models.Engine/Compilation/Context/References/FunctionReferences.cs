using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.References;

/// <summary>What `function` stands for while a node is compiled: the function's name in the database, to be called.</summary>
internal static class FunctionReferences
{
    public static Value Resolve(FunctionCall call, ReferenceIndex index, ExecuteScope scope)
    {
        FunctionNode target = index.FindFunction(call, scope.PackageName) ?? throw new TemplateException(Diagnostic
            .Error(CompilationCodes.UnknownReference, $"function `{call.Name}` does not exist", call.Location)
            .WithHint(Spelling.DidYouMean(call.Name, index.FunctionNames)));
        ManifestReferences.Require(target, "function", call.Location, scope);
        RelationName place = scope.Compilation.Session.Deferral?.Find(target, scope) ?? target.Relation ?? throw new InvalidOperationException($"{target} has no name");
        return Relations.RelationValue.Of(place, Relations.RelationTypeValue.Function);
    }
}
