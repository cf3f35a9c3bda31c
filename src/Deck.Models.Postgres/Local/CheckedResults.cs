using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Text;

namespace Deck.Models.Postgres.Local;

/// <summary>Takes a checked value apart where the diagnostics are handed on.</summary>
internal static class CheckedResults
{
    public static bool Succeeded<T>(this Checked<T> result, [NotNullWhen(true)] out T? value, out ImmutableArray<Diagnostic> diagnostics)
        where T : class
    {
        diagnostics = result.Diagnostics;
        return result.Succeeded(out value);
    }
}
