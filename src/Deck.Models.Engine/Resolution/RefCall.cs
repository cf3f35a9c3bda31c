using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>One `ref` as called.</summary>
/// <param name="Package">The first of two names, or null.</param>
/// <param name="Version">`v=` or `version=`, or null.</param>
/// <param name="Location">The name's place in the text.</param>
public sealed record RefCall(string? Package, string Name, Value? Version, Location Location);
