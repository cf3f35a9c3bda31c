using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Moves places in texts that are no files (a test's argument, a variable's value) to the place that the user knows.</summary>
internal static class DiagnosticPlaces
{
    public static IEnumerable<Diagnostic> Move(IEnumerable<Diagnostic> diagnostics, Location known) => diagnostics.Select(d => Move(d, known));

    public static Diagnostic Move(Diagnostic diagnostic, Location known) =>
        diagnostic.Location is { } place && !IsSynthetic(place) ? diagnostic : diagnostic.At(known);

    public static Location Move(Location place, Location known) => IsSynthetic(place) ? known : place;

    private static bool IsSynthetic(Location place) => place.InFile.Text.Path == InvocationContext.SyntheticPath;
}
