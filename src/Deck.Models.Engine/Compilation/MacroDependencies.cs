using System.Collections.Immutable;
using Deck.Models.Engine.Compilation.Context.Adapter;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;
using Deck.Models.Text;

namespace Deck.Models.Engine.Compilation;

/// <summary>Which macros a macro calls, found without rendering it: dbt's `depends_on.macros`.</summary>
internal static class MacroDependencies
{
    private const string Dispatch = "adapter.dispatch";
    private const string WhereSubquery = "get_where_subquery";

    private static readonly ImmutableArray<string> Prefixes = ["postgres__", "default__"];

    private static readonly ImmutableArray<string> UnrenderedTests = ["macro.dbt.test_unique", "macro.dbt.test_not_null"];

    /// <summary>The outline of each macro by its id; empty where it does not parse.</summary>
    public static Dictionary<string, MacroOutline> OutlineAll(ProjectContext project, MacroRegistry macros)
    {
        DeclarationScope scope = new() { Project = project, Macros = macros };
        return macros.All.ToDictionary(m => m.UniqueId, m => new MacroOutline(ArgumentsOf(m), Of(m, scope)), StringComparer.Ordinal);
    }

    private static ImmutableArray<string> ArgumentsOf(Macro macro) => macro.Template.Succeeded(out Template? template) ? [.. template.MacroParameters.Select(p => p.Name)] : [];

    /// <summary>What a macro's text calls; nothing where it does not parse.</summary>
    public static ImmutableArray<string> Of(Macro macro, DeclarationScope scope)
    {
        if (!macro.Template.Succeeded(out Template? template))
        {
            return [];
        }

        return
        [
            .. TemplateCalls.Find(template)
                .SelectMany(call => call.Name == Dispatch ? FindDispatched(call, macro.PackageName, scope) : [Find(call.Name, macro.PackageName, scope)])
                .OfType<Macro>()
                .Select(m => m.UniqueId)
                .Where(id => id != macro.UniqueId)
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>Dispatches that would find nothing, so far as the text alone tells: dbt refuses the project.</summary>
    public static IEnumerable<Diagnostic> FindLost(Macro macro, DeclarationScope scope)
    {
        if (!macro.Block.Content.Contains(Dispatch, StringComparison.Ordinal) || !macro.Template.Succeeded(out Template? template))
        {
            return [];
        }

        return TemplateCalls.Find(template)
            .Where(c => c is { Name: Dispatch, HasSpread: false } && ArgumentOf(c, 0, "macro_name") is { IsConstant: true, Text: { } name } && !name.Contains('.') && ArgumentOf(c, 1, "macro_namespace").IsConstant)
            .Where(c => FindDispatched(c, macro.PackageName, scope).LastOrDefault() is null)
            .Select(c => MacroDispatch.NotFound(ArgumentOf(c, 0, "macro_name").Text ?? "", ArgumentOf(c, 1, "macro_namespace").Text, Searched(c, scope), scope.Macros).At(new Location(macro.Block, c.Span)));
    }

    /// <summary>A generic test depends on its macro and on what makes its `model`; dbt leaves the latter out for the two tests that it does not render, and
    /// names a macro of the tested package or of the root project even where the test is said to be of another package.</summary>
    public static ImmutableArray<string> OfTest(GenericTest test, string packageName, DeclarationScope scope) =>
        UnrenderedTests.Contains(test.MacroId) || Find(WhereSubquery, packageName, scope) is not { } where
            ? [test.MacroId]
            : [Find($"test_{test.Name}", packageName, scope)?.UniqueId ?? test.MacroId, where.UniqueId];

    /// <summary>The names that <see cref="OfTest"/> looks up.</summary>
    public static IEnumerable<string> NamesOfTest(GenericTest test) => [WhereSubquery, $"test_{test.Name}"];

    private static Macro? Find(string name, string packageName, DeclarationScope scope)
    {
        int dot = name.IndexOf('.');
        if (dot > 0)
        {
            return scope.Macros.TryFind(name[..dot], name[(dot + 1)..], out Macro? qualified) ? qualified : null;
        }

        return scope.Macros.TryFind(packageName, name, out Macro? macro)
            || scope.Macros.TryFind(scope.Project.ProjectName, name, out macro)
            || scope.Macros.TryFind(MacroRegistry.InternalPackage, name, out macro)
            ? macro
            : null;
    }

    /// <summary>The macro that a dispatch names, then the implementation for PostgreSQL that it finds, in its search order (spec/jinja.md, 6.5).</summary>
    private static IEnumerable<Macro?> FindDispatched(TemplateCall call, string packageName, DeclarationScope scope)
    {
        if (ArgumentOf(call, 0, "macro_name").Text is not { } macro)
        {
            return [];
        }

        Macro? implementation = SearchOrder(ArgumentOf(call, 1, "macro_namespace").Text, scope)
            .SelectMany(package => Prefixes.Select(p => package is null ? Find(p + macro, packageName, scope) : scope.Macros.TryFind(package, p + macro, out Macro? found) ? found : null))
            .FirstOrDefault(m => m is not null);
        return [Find(macro, packageName, scope), implementation];
    }

    /// <summary>An argument's text, and whether the text of the call tells what it is: one that is absent or None is known too.</summary>
    private static (string? Text, bool IsConstant) ArgumentOf(TemplateCall call, int index, string name)
    {
        bool isGiven = index < call.Positional.Length || call.Named.Any(n => n.Key == name);
        Value? value = index < call.Positional.Length ? call.Positional[index] : call.Named.FirstOrDefault(n => n.Key == name).Value;
        return ((value as StringValue)?.Text, !isGiven || value is StringValue or NoneValue);
    }

    private static IEnumerable<string> Searched(TemplateCall call, DeclarationScope scope) =>
        from package in SearchOrder(ArgumentOf(call, 1, "macro_namespace").Text, scope)
        from prefix in Prefixes
        select MacroDispatch.Shown(package, prefix + ArgumentOf(call, 0, "macro_name").Text);

    /// <summary>The packages to search; null stands for the usual order of a call without a package.</summary>
    private static ImmutableArray<string?> SearchOrder(string? space, DeclarationScope scope) =>
        space is null ? [null]
        : scope.Project.Dispatch.TryGetValue(space, out IReadOnlyList<string>? order) ? [.. order]
        : space == MacroRegistry.InternalPackage || scope.Macros.Packages.Contains(space) ? [scope.Project.ProjectName, space]
        : [null];
}
