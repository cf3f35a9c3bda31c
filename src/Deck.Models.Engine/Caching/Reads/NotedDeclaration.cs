using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;
using Deck.Models.Text;

namespace Deck.Models.Engine.Caching.Reads;

/// <summary>The dry render of a text that asked for something outside of the files: it is repeated where the answers are others.</summary>
/// <param name="Text">Whose text it is.</param>
/// <param name="Source">What was rendered.</param>
internal sealed record NotedDeclaration(DeclaredText Text, SourceText Source, ReadLog Reads, Checked<ModelDeclaration> Declared);
