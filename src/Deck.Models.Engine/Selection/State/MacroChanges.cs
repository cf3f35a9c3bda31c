using Deck.Models.Engine.Compilation;
using Deck.Models.Engine.Resolution;

namespace Deck.Models.Engine.Selection.State;

/// <summary>Which macros have another text than in an earlier manifest, and which nodes that concerns through whatever they call.</summary>
/// <remarks>The embedded library is left out: a new version of the tool does not modify a project.</remarks>
internal sealed class MacroChanges
{
    private static readonly string[] Libraries = ["macro.dbt.", "macro.dbt_postgres."];

    private readonly HashSet<string> changed;
    private readonly Dictionary<string, bool> concerned = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Macro> macros;
    private readonly DeclarationScope scope;

    public MacroChanges(Manifest manifest, StateManifest before)
    {
        scope = new DeclarationScope { Project = manifest.Project, Macros = manifest.Macros };
        macros = manifest.Macros.All.ToDictionary(m => m.UniqueId, StringComparer.Ordinal);
        changed =
        [
            .. macros.Values.Where(m => !before.Macros.TryGetValue(m.UniqueId, out string? text) || text != m.Block.Content).Select(m => m.UniqueId).Where(IsOwn),
            .. before.Macros.Keys.Where(id => !macros.ContainsKey(id) && IsOwn(id)),
        ];
    }

    public bool Concern(Node node) => changed.Count > 0 && node.DependsOnMacros.Any(Concerns);

    /// <summary>A macro that is being looked into counts as unchanged: what calls itself is decided by the rest.</summary>
    private bool Concerns(string id)
    {
        if (concerned.TryGetValue(id, out bool known))
        {
            return known;
        }

        concerned[id] = false;
        bool found = changed.Contains(id) || (macros.TryGetValue(id, out Macro? macro) && MacroDependencies.Of(macro, scope).Any(Concerns));
        concerned[id] = found;
        return found;
    }

    private static bool IsOwn(string id) => !Libraries.Any(l => id.StartsWith(l, StringComparison.Ordinal));
}
