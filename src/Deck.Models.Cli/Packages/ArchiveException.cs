using Deck.Models.Text;

namespace Deck.Models.Cli.Packages;

/// <summary>An archive that is not unpacked, and why.</summary>
internal sealed class ArchiveException(DiagnosticCode code, string message) : Exception(message)
{
    public DiagnosticCode Code => code;
}
