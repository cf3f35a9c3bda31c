using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Loading.Rendering;

/// <summary>dbt's `var`: callable, with the method `has_var`.</summary>
internal sealed class VariableFunction(VariableLookup find, Func<string, Value> missing, Func<Value, Value>? render) : Value
{
    private static readonly Signature Parameters = Signature.Parse("var(var_name, default=...)");

    public override string TypeName => "Var";

    public override bool IsCallable => true;

    public override string Repr() => "<Var>";

    public override Value Call(Arguments arguments)
    {
        BoundArguments given = Parameters.Bind(arguments);
        string name = given[0].ToText();
        return find(name, out Value? value) ? render?.Invoke(value) ?? value : given.Find(1) ?? missing(name);
    }

    public override Value? GetAttribute(string name) =>
        name == "has_var" ? FunctionValue.Of("has_var(var_name)", a => Of(find(a.Text(0), out _))) : null;
}
