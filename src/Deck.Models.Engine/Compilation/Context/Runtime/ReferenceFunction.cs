using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation.Context.Runtime;

/// <summary>`ref`, `source` or a relative of theirs: a function that also leads to the project's configuration, as `config`.</summary>
internal sealed class ReferenceFunction(string name, NodeScope scope, Func<Arguments, Value> body) : Value
{
    public override string TypeName => "function";

    public override bool IsCallable => true;

    public override Value? GetAttribute(string attribute)
    {
        if (attribute != "config")
        {
            return null;
        }

        scope.Reads.NoteProject();
        return scope.Invocation.RuntimeConfig;
    }

    public override Value Call(Arguments arguments) => body(arguments);

    public override string Repr() => $"<function {name}>";
}
