namespace Deck.Models.Text;

/// <summary>A stretch of generated text and where it came from.</summary>
/// <param name="Start">Offset of the stretch in the generated text; it ends where the next one starts.</param>
/// <param name="Origin">The place in the template that wrote it.</param>
/// <param name="Verbatim">True when the stretch is the origin's characters one by one, false when an expression made it.</param>
public sealed record SourceMapSegment(int Start, Location Origin, bool Verbatim);
