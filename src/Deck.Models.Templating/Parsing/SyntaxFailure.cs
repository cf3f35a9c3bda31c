using Deck.Models.Text;

namespace Deck.Models.Templating.Parsing;

/// <summary>A syntax error on its way to the tag where parsing can go on; it never leaves the parser.</summary>
internal sealed class SyntaxFailure(Diagnostic diagnostic) : Exception(diagnostic.Message)
{
    public Diagnostic Diagnostic { get; } = diagnostic;

    /// <summary>True where parsing must not go on: the text nests too deeply.</summary>
    public bool IsFinal { get; init; }
}
