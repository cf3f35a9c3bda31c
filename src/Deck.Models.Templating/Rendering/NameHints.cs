using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Suggests the name that an undefined one was probably meant to be.</summary>
internal static class NameHints
{
    public static string? For(TemplateException error, RenderSession session)
    {
        if (error.Missing is not { IsUnknownName: true, Name: { } name } missing)
        {
            return error.Hint;
        }

        if (missing.Owner is null && LocalNamesIn(session).Contains(MacroNames.OfMacro(name)))
        {
            return "a macro that is written in a model is not known by its name there; move it to a file of macros";
        }

        IEnumerable<string> known = missing.Owner is { } owner ? owner.MemberNames : NamesIn(session);
        return error.Hint ?? Spelling.DidYouMean(name, known.Where(n => n != name));
    }

    private static IEnumerable<string> NamesIn(RenderSession session)
    {
        IEnumerable<string> known = session.Scope is IScopeNames scope ? scope.Names : GlobalFunctions.Jinja.Keys;
        return known.Concat(LocalNamesIn(session));
    }

    private static IReadOnlyList<string> LocalNamesIn(RenderSession session) =>
        session.Calls.Count > 0 ? LocalNames.In(session.Calls.Last.Template.Body) : [];
}
