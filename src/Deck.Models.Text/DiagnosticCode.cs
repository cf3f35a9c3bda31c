namespace Deck.Models.Text;

/// <summary>The stable identity of a kind of mistake, written `DECK0203`; each stage declares its own beside its code.</summary>
/// <param name="Number">Unique over the whole tool; the hundreds name the stage.</param>
/// <param name="Title">A few words for the list of codes, such as `unknown model`.</param>
public sealed record DiagnosticCode(int Number, string Title)
{
    /// <summary>dbt's name of the same warning, by which `--warn-error-options` knows it, or null.</summary>
    public string? WarningName { get; init; }

    public override string ToString() => $"DECK{Number:0000}";
}
