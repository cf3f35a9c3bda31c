namespace Deck.Models.Text;

/// <summary>How much a diagnostic matters: an error stops the stage that raised it, a warning does not.</summary>
public enum Severity
{
    Notice,
    Warning,
    Error,
}
