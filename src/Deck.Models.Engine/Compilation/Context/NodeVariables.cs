using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Loading;
using Deck.Models.Engine.Loading.Rendering;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context;

/// <summary>The variables and the environment that a node's text sees: a unit test's over the command line's over the root project's over the package's own.</summary>
/// <remarks>A value that is a str is rendered again with the node's context; dbt: spec/jinja.md, 7.3.</remarks>
internal sealed class NodeVariables(NodeScope scope)
{
    /// <summary>`var`.</summary>
    public static Value Var(NodeScope scope)
    {
        NodeVariables variables = new(scope);
        return ContextFunctions.Variable(variables.TryFind, variables.Missing, variables.Render);
    }

    /// <summary>`env_var`.</summary>
    public static Value EnvVar(NodeScope scope) => ContextFunctions.EnvironmentVariable(
        scope.Invocation.Settings.Environment, null, (string name, [NotNullWhen(true)] out Value? value) => TryReplace(scope, name, out value));

    /// <summary>A variable as the texts of a package see it, its own templates not rendered.</summary>
    public static bool TryFind(ProjectContext project, string package, string name, [NotNullWhen(true)] out Value? value) =>
        project.Settings.Vars.TryGetValue(name, out value)
        || TryFind(project.Vars, package, name, out value)
        || (project.Packages.TryGetValue(package, out ProjectFile? own) && TryFind(own.Vars, package, name, out value));

    /// <summary>In `vars:`, what stands under the package's name goes before what stands for all.</summary>
    private static bool TryFind(DictValue vars, string package, string name, [NotNullWhen(true)] out Value? value) =>
        (vars.TryGet(package, out value) && value is DictValue scoped && scoped.TryGet(name, out value)) || vars.TryGet(name, out value);

    private static bool TryReplace(NodeScope scope, string name, [NotNullWhen(true)] out Value? value)
    {
        scope.Reads.NoteEnvironment(name);
        return scope.TryGetOverride("env_vars", name, out value);
    }

    private bool TryFind(string name, [NotNullWhen(true)] out Value? value)
    {
        scope.Reads.NoteVariable(name);
        return scope.TryGetOverride("vars", name, out value) || TryFind(scope.Invocation.Project, scope.PackageName, name, out value);
    }

    private Value Render(Value value) =>
        value is StringValue text && text.Text.Contains('{', StringComparison.Ordinal) ? Value.Of(scope.RenderNested(text.Text)) : value;

    /// <summary>The dry render goes on with None, as dbt's does.</summary>
    private Value Missing(string name)
    {
        if (!scope.Execute)
        {
            return Value.None;
        }

        ProjectContext project = scope.Invocation.Project;
        IEnumerable<string> known = project.Settings.Vars.Keys.Concat(project.Vars.Entries.Select(e => e.Key.ToText()));
        throw ContextFunctions.MissingVariable(name, "is not defined and has no default", Spelling.DidYouMean(name, known)
            ?? $"define it under `vars:` in the project file, or give it with `--vars '{{{name}: …}}'`");
    }
}
