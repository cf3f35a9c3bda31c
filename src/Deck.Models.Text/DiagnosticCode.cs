namespace Deck.Models.Text;

/// <summary>The stable identity of a kind of mistake, written `DECK0203`; each stage declares its own beside its code.</summary>
/// <param name="Number">Unique over the whole tool; the hundreds name the stage.</param>
/// <param name="Title">A few words for the list of codes, such as `unknown model`.</param>
public sealed record DiagnosticCode(int Number, string Title)
{
    public override string ToString() => $"DECK{Number:0000}";
}
