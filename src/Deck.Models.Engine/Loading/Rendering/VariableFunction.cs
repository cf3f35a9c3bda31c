using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>dbt's `var`: callable, with the method `has_var`.</summary>
internal sealed class VariableFunction(VariableLookup find, string missing) : Value
{
    public override string TypeName => "Var";

    public override bool IsCallable => true;

    public override string Repr() => "<var>";

    public override Value Call(Arguments arguments)
    {
        (string name, Value? fallback) = ContextFunctions.Bind("var", arguments);
        return find(name, out Value? value)
            ? value
            : fallback ?? throw ContextFunctions.Fail(RenderingCodes.MissingVariable, $"variable `{name}` {missing}", $"give a default: `var('{name}', …)`");
    }

    public override Value? GetAttribute(string name) => name == "has_var"
        ? new FunctionValue("has_var", arguments => Of(find(ContextFunctions.Bind("has_var", arguments).Name, out _)))
        : null;
}
