using System.Text;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Rendering;

/// <summary>What a native rendering has given so far: one value keeps its type, several become text, each when the next one is there.</summary>
internal sealed class NativeNodes
{
    private Value? only;
    private StringBuilder? text;

    /// <summary>Python joins them as they come, so that a list shows what it held then.</summary>
    public void Add(Value node)
    {
        if (only is null)
        {
            only = node;
            return;
        }

        text ??= new StringBuilder().AppendBounded(only.ToText());
        text.AppendBounded(node.ToText());
    }

    public Value Join() => text is not null ? Value.Of(text.ToString()) : only is null ? Value.Of("") : NativeMarkers.Resolve(only);
}
