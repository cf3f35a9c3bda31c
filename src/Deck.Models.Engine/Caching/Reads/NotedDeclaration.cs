using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Reads;

/// <summary>A dry render: whose it was, what it asked for, and what it gave.</summary>
/// <param name="Text">Whose text it is.</param>
/// <param name="Source">What was rendered; for the use of a generic test the properties file that it stands in.</param>
internal sealed record NotedDeclaration(DeclaredText Text, SourceText Source, ReadLog Reads, Checked<ModelDeclaration> Declared)
{
    /// <summary>The macro and the arguments of a generic test; null for a text that is rendered by itself.</summary>
    public string? Use { get; init; }
}
