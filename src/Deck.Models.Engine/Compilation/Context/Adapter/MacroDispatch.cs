using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation.Context.Adapter;

/// <summary>`adapter.dispatch`: finds the implementation of a macro for PostgreSQL (spec/jinja.md, 6.5).</summary>
internal static class MacroDispatch
{
    private static readonly string[] Prefixes = ["postgres", "default"];

    public static Value Find(NodeScope scope, BoundArguments arguments)
    {
        string name = arguments[0].ToText();
        string? macroNamespace = arguments[1].IsNone || arguments[1].IsUndefined ? null : arguments[1].ToText();
        if (name.Contains('.', StringComparison.Ordinal))
        {
            string[] parts = name.Split('.', 2);
            throw new TemplateException(Diagnostic
                .Error(CompilationCodes.UnknownDispatch, $"in adapter.dispatch, got a macro name of `{name}`, but `.` is not a valid macro name component")
                .WithHint($"did you mean `adapter.dispatch('{parts[1]}', macro_namespace='{parts[0]}')`?"));
        }

        List<string> searched = [];
        foreach (string? package in SearchOrder(scope, macroNamespace))
        {
            foreach (string prefix in Prefixes)
            {
                string candidate = $"{prefix}__{name}";
                if (package is null ? scope.TryGetMacro(candidate, out Value? macro) : scope.TryGetMacro(package, candidate, out macro))
                {
                    return macro;
                }

                searched.Add(Shown(package, candidate));
            }
        }

        throw new TemplateException(NotFound(name, macroNamespace, searched, scope.Invocation.Macros));
    }

    /// <summary>dbt's message of a dispatch that finds nothing.</summary>
    /// <param name="searched">What was looked for, each as <see cref="Shown"/> has it.</param>
    public static Diagnostic NotFound(string name, string? macroNamespace, IEnumerable<string> searched, MacroRegistry macros) => Diagnostic
        .Error(CompilationCodes.UnknownDispatch, $"In dispatch: No macro named '{name}' found within namespace: '{macroNamespace ?? "None"}'\n    Searched for: {string.Join(", ", searched)}")
        .WithHint(Spelling.DidYouMean(name, Dispatchable(macros)));

    public static string Shown(string? package, string macro) => package is null ? $"'{macro}'" : $"'{package}.{macro}'";

    /// <summary>The packages to search; null stands for the usual order of a call without a package.</summary>
    private static ImmutableArray<string?> SearchOrder(NodeScope scope, string? macroNamespace)
    {
        ProjectContext project = scope.Invocation.Project;
        if (macroNamespace is null)
        {
            return [null];
        }

        return project.Dispatch.TryGetValue(macroNamespace, out IReadOnlyList<string>? order) ? [.. order]
            : scope.Invocation.Macros.Packages.Contains(macroNamespace) ? [project.ProjectName, macroNamespace]
            : [null];
    }

    /// <summary>Names that some prefix exists for.</summary>
    private static IEnumerable<string> Dispatchable(MacroRegistry macros) => macros.All
        .Where(m => Prefixes.Any(p => m.Name.StartsWith($"{p}__", StringComparison.Ordinal)))
        .Select(m => m.Name[(m.Name.IndexOf("__", StringComparison.Ordinal) + 2)..]);
}
