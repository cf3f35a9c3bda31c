using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.References;

/// <summary>What `ref`, `source`, `function` and `this` stand for while a node is compiled.</summary>
internal interface IReferences
{
    Value Ref(RefCall call, ExecuteScope scope);

    Value Source(SourceCall call, ExecuteScope scope);

    Value Function(FunctionCall call, ExecuteScope scope);

    Value This(ExecuteScope scope);
}
