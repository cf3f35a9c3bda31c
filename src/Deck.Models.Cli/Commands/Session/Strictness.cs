using Deck.Models.Engine;
using Deck.Models.Text;

namespace Deck.Models.Cli.Commands.Session;

/// <summary>`--strict`: warnings count as errors.</summary>
internal static class Strictness
{
    public static IEnumerable<Diagnostic> Apply(InvocationSettings settings, IEnumerable<Diagnostic> diagnostics) =>
        settings.Strict ? diagnostics.Select(d => d.Severity == Severity.Warning ? d.As(Severity.Error) : d) : diagnostics;
}
