using System.Collections.Immutable;
using Deck.Models.Engine.Loading;
using Deck.Models.Text;

namespace Deck.Models.Engine.Resolution.Properties;

/// <summary>Finds nodes in groups that nobody declared.</summary>
internal static class GroupCheck
{
    public static void Check(ImmutableArray<NodeDraft> drafts, ResolutionSession session)
    {
        HashSet<string> groups = [.. session.Sources.Packages.SelectMany(p => p.Properties).Where(e => e.Kind == PropertiesKind.Group).Select(e => e.Name)];
        foreach (NodeDraft draft in drafts.Where(d => d.IsEnabled))
        {
            if (draft.Config.GetText("group") is { } group && !groups.Contains(group))
            {
                session.Report(Diagnostic
                    .Error(ResolutionCodes.UnknownGroup, $"group `{group}` of `{draft.Name}` does not exist", draft.Config.LocationOf("group") ?? draft.Location)
                    .WithHint(Spelling.DidYouMean(group, groups)));
            }
        }
    }
}
