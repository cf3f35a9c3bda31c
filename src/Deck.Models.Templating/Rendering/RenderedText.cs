using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>What a template rendered to, with the way back to the template (empty unless asked for).</summary>
public sealed record RenderedText(string Text, SourceMap Map);
