using System.Collections.Immutable;
using Deck.Models.Engine.Resolution;
using Deck.Models.Templating;
using Deck.Models.Templating.Values;

namespace Deck.Models.Engine.Compilation;

/// <summary>Which macros a macro calls, found without rendering it: dbt's `depends_on.macros`.</summary>
internal static class MacroDependencies
{
    private const string Dispatch = "adapter.dispatch";
    private const string WhereSubquery = "get_where_subquery";

    private static readonly ImmutableArray<string> Prefixes = ["postgres__", "default__"];

    private static readonly ImmutableArray<string> UnrenderedTests = ["macro.dbt.test_unique", "macro.dbt.test_not_null"];

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
        string? Text(int index, string name) =>
            (index < call.Positional.Length ? call.Positional[index] : call.Named.FirstOrDefault(n => n.Key == name).Value) is StringValue text ? text.Text : null;

        if (Text(0, "macro_name") is not { } macro)
        {
            return [];
        }

        Macro? implementation = SearchOrder(Text(1, "macro_namespace"), scope)
            .SelectMany(package => Prefixes.Select(p => package is null ? Find(p + macro, packageName, scope) : scope.Macros.TryFind(package, p + macro, out Macro? found) ? found : null))
            .FirstOrDefault(m => m is not null);
        return [Find(macro, packageName, scope), implementation];
    }

    /// <summary>The packages to search; null stands for the usual order of a call without a package.</summary>
    private static ImmutableArray<string?> SearchOrder(string? space, DeclarationScope scope) =>
        space is null ? [null]
        : scope.Project.Dispatch.TryGetValue(space, out IReadOnlyList<string>? order) ? [.. order]
        : space == MacroRegistry.InternalPackage || scope.Macros.Packages.Contains(space) ? [scope.Project.ProjectName, space]
        : [null];
}
