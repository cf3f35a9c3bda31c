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

        IEnumerable<string> known = missing.Owner is { } owner ? owner.MemberNames : NamesIn(session);
        return error.Hint ?? Spelling.DidYouMean(name, known.Where(n => n != name));
    }

    private static IEnumerable<string> NamesIn(RenderSession session)
    {
        IEnumerable<string> known = session.Scope is IScopeNames scope ? scope.Names : GlobalFunctions.Jinja.Keys;
        IEnumerable<string> local = session.Calls.Count > 0 ? LocalNames.In(session.Calls.Last.Template.Body) : [];
        return known.Concat(local);
    }
}
