using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Loading.Resources;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>
/// Moves places to ones that the user knows: those in texts that are no files (a test's argument, a variable's value), and those in the
/// embedded macros, whose caller is the place to look at.
/// </summary>
internal static class DiagnosticPlaces
{
    public static IEnumerable<Diagnostic> Move(IEnumerable<Diagnostic> diagnostics, Location known) => diagnostics.Select(d => Move(d, known));

    public static Diagnostic Move(Diagnostic diagnostic, Location known)
    {
        if (diagnostic.Location is not { } place || IsSynthetic(place))
        {
            return diagnostic.At(known);
        }

        RelatedLocation? caller = IsEmbedded(place) ? diagnostic.Related.FirstOrDefault(r => !IsEmbedded(r.Location)) : null;
        return caller is null ? diagnostic : diagnostic.At(caller.Location);
    }

    public static Location Move(Location place, Location known) => IsSynthetic(place) ? known : place;

    private static bool IsEmbedded(Location place) => MacroLibrary.Holds(place.InFile.Text);

    private static bool IsSynthetic(Location place) => place.InFile.Text.Path == InvocationContext.SyntheticPath;
}
