using Deck.Models.Text;

namespace Deck.Models.Engine.Loading.Resources;

/// <summary>One `{% docs %}` block.</summary>
internal sealed record DocsBlock(string Name, SourceText Contents);
