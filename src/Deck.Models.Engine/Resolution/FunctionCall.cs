using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution;

/// <summary>One `function` as called.</summary>
/// <param name="Package">The first of two names, or null.</param>
public sealed record FunctionCall(string? Package, string Name, Location Location);
