using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Where a call of a function stands.</summary>
/// <param name="Call">The whole call, such as `ref('a')`.</param>
/// <param name="FirstArgument">Its first argument's expression; null for a call without arguments.</param>
public sealed record CallSite(Location Call, Location? FirstArgument);
