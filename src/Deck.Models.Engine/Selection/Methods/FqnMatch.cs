using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Selection.Methods;

/// <summary>dbt's rules for `fqn:`: a name alone, a path of names from the package or below it, wildcards from any name on.</summary>
internal static class FqnMatch
{
    public static bool Matches(Node node, string selector)
    {
        bool versioned = node is ModelNode { Version: not null };
        return Matches(node.Fqn, selector, versioned) || Matches(node.Fqn[1..], selector, versioned);
    }

    private static bool Matches(ImmutableArray<string> fqn, string selector, bool versioned)
    {
        string[] wanted = selector.Split('.');
        bool named = versioned
            ? fqn.Length >= 2 && (fqn[^2] == selector || $"{fqn[^2]}_{fqn[^1]}" == string.Join('_', wanted.TakeLast(2)))
            : fqn.Length > 0 && fqn[^1] == selector;
        return named || MatchesPath(fqn, wanted);
    }

    private static bool MatchesPath(ImmutableArray<string> fqn, string[] wanted)
    {
        // Dots in names separate as well.
        string[] flat = [.. fqn.SelectMany(part => part.Split('.'))];
        if (flat.Length < wanted.Length)
        {
            return false;
        }

        for (int i = 0; i < wanted.Length; i++)
        {
            if (Glob.IsPattern(wanted[i]))
            {
                return Glob.Matches(string.Join('.', flat[i..]), string.Join('.', wanted[i..]));
            }

            if (flat[i] != wanted[i])
            {
                return false;
            }
        }

        return true;
    }
}
