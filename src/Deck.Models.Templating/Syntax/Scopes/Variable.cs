namespace Deck.Models.Templating.Syntax.Scopes;

/// <summary>One name in one scope: a slot of the function that the scope belongs to.</summary>
internal sealed class Variable(FunctionLayout function, string name)
{
    public FunctionLayout Function { get; } = function;

    public string Name { get; } = name;

    public int Slot { get; } = function.NewSlot();
}
