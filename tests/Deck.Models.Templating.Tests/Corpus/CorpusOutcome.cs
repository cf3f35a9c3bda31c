using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>What a case came to: a text, a native value, blocks, or an error.</summary>
internal sealed record CorpusOutcome(string? Text = null, Value? Native = null, string? Blocks = null, Diagnostic? Error = null)
{
    public override string ToString() => Error is not null ? $"{Error.Code} {Error.Message}" : Text ?? Native?.Repr() ?? Blocks ?? "";
}
