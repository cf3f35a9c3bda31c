using Deck.Models.Templating.Builtins;
using Deck.Models.Text;

namespace Deck.Models.Templating.Rendering;

/// <summary>Suggests the name that an undefined one was probably meant to be.</summary>
internal static class NameHints
{
    private const string Suffix = "' is undefined";

    public static string? For(TemplateException error, RenderSession session)
    {
        string message = error.Message;
        if (error.PythonClass != "UndefinedError" || !message.StartsWith('\'') || !message.EndsWith(Suffix, StringComparison.Ordinal))
        {
            return null;
        }

        string name = message[1..^Suffix.Length];
        IEnumerable<string> known = session.Scope is IScopeNames scope ? scope.Names : GlobalFunctions.Jinja.Keys;
        IEnumerable<string> local = session.Calls.Count > 0 ? session.Calls[^1].Template.AssignedNames : [];
        return Spelling.DidYouMean(name, known.Concat(local).Where(n => n != name));
    }
}
