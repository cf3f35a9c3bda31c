using Deck.Models.Templating.Rendering;

namespace Deck.Models.Engine.Compilation.Injection;

/// <summary>A query that goes before another under a name.</summary>
/// <param name="Name">As SQL writes it, such as `__dbt__cte__orders`.</param>
internal sealed record Cte(string Name, RenderedText Query);
