using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>One `config()` as called: its keyword arguments, or its one dict.</summary>
/// <param name="Location">The call's place; single arguments are not told apart.</param>
public sealed record ConfigCall(DictValue Values, Location Location);
