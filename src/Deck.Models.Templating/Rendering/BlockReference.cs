using Deck.Models.Templating.Syntax.Statements;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>A block of the template as a function, `self.name`.</summary>
internal sealed class BlockReference(BlockStatement block, Frame root) : Value
{
    public override string TypeName => "BlockReference";

    public override bool IsCallable => true;

    /// <summary>What `super` is in a block: without inheritance there is no parent.</summary>
    public static UndefinedValue NoParent(string block, Frame frame) => new("super", $"there is no parent block called '{block}'.", frame.Instance.Chains);

    public override string Repr() => "<jinja2.runtime.BlockReference object at 0x7f0000000000>";

    public override Value? GetAttribute(string name) => name switch
    {
        "name" => Of(block.Name),
        "super" => NoParent(block.Name, root),
        _ => null,
    };

    public override Value Call(Arguments arguments) => arguments.Positional.Length + arguments.Named.Length == 0
        ? block.RenderAgain(root)
        : throw TemplateException.TypeError($"BlockReference.__call__() takes 1 positional argument but {arguments.Positional.Length + 1} were given");
}
