using Deck.Models.Templating.Syntax.Statements;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>The special variable `self`: the blocks of the template as functions.</summary>
internal sealed class SelfValue(IReadOnlyDictionary<string, BlockStatement> blocks, Frame frame) : Value
{
    public override string TypeName => "TemplateReference";

    public override string Repr() => "<TemplateReference None>";

    public override Value? GetItem(Value key) =>
        key is StringValue name && blocks.TryGetValue(name.Text, out BlockStatement? block)
            ? FunctionValue.Of($"{name.Text}()", _ => block.RenderBody(frame))
            : null;
}
