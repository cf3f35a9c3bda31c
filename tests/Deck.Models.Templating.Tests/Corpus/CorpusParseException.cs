using Deck.Models.Text;

namespace Deck.Models.Templating.Tests.Corpus;

/// <summary>A macro of a case does not parse.</summary>
internal sealed class CorpusParseException(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;
}
