using Deck.Models.Engine.Compilation.Context;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Calls macros by name outside any node's text: `generate_schema_name` and its kin. Used by one thread at a time.</summary>
public sealed class MacroInvoker(DeclarationScope scope)
{
    private readonly Dictionary<string, MacroScope> scopes = new(StringComparer.Ordinal);

    /// <summary>
    /// Calls `generate_schema_name` or another macro that gives a name as dbt does: the root project's macro wins over the
    /// node's package's, that over the embedded one; the result is the rendered text, stripped.
    /// </summary>
    /// <param name="node">The node's dict as the macro sees it (name, resource_type, config, package_name, fqn, path, version, …).</param>
    public Checked<string> GenerateName(string macroName, Value customName, DictValue node)
    {
        string package = node.TryGet("package_name", out Value? name) ? name.ToText() : scope.Project.ProjectName;
        if (!scopes.TryGetValue(package, out MacroScope? own))
        {
            scopes[package] = own = new MacroScope(scope.Invocation, package);
        }

        try
        {
            if (!TryFind(own, package, macroName, out Value? macro))
            {
                return Check.Failed<string>(Diagnostic.Error(CompilationCodes.UnknownMacro, $"macro `{macroName}` does not exist"));
            }

            Checked<Value> result = own.Session.Call(macro, Arguments.Of(customName, node));
            scope.Reads.Add(own.Reads);
            return !result.Succeeded(out Value? text) ? Check.Failed<string>(result.Diagnostics)
                : text.IsNone ? Check.Failed<string>(Diagnostic.Error(CompilationCodes.NoName, $"`{macroName}` gives None").WithHint("let it return a name in every case, such as `target.schema`"))
                : Check.Ok(text.ToText().Trim(), result.Diagnostics);
        }
        catch (TemplateException e) when (e.Diagnostic is not null)
        {
            return Check.Failed<string>(e.Diagnostic);
        }
    }

    private bool TryFind(MacroScope own, string package, string name, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out Value? macro) =>
        own.TryGetMacro(scope.Project.ProjectName, name, out macro)
        || own.TryGetMacro(package, name, out macro)
        || own.TryGetMacro(MacroRegistry.InternalPackage, name, out macro);
}
