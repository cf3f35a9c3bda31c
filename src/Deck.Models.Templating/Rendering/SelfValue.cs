using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>The special variable `self`: the blocks of the template as functions.</summary>
/// <param name="root">The frame of the template, or of the block that asks.</param>
internal sealed class SelfValue(Frame root) : Value
{
    public override string TypeName => "TemplateReference";

    public override string Repr() => "<TemplateReference None>";

    public override IEnumerable<string> MemberNames => root.Instance.Template.Blocks.Select(b => b.Name);

    public override Value? GetItem(Value key) =>
        key is StringValue name && root.Instance.Template.Blocks.Find(b => b.Name == name.Text) is { } block
            ? new BlockReference(block, root)
            : null;
}
