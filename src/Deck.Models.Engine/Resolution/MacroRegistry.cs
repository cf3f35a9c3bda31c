using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using Deck.Models.Engine.Loading;

namespace Deck.Models.Engine.Resolution;

/// <summary>All macros of the project, its packages and the embedded `dbt` library, found by package and name.</summary>
public sealed class MacroRegistry
{
    private readonly PackageTable<Macro> macros = new();

    /// <param name="macros">Of two macros of one package and name the first counts.</param>
    public MacroRegistry(IEnumerable<Macro> macros, ImmutableArray<string> packages)
    {
        foreach (Macro macro in macros)
        {
            this.macros.TryAdd(macro.PackageName, macro.Name, macro);
        }

        Packages = packages;
    }

    internal static MacroRegistry Of(ProjectSources sources) => Of(sources.Packages.SelectMany(p => p.Macros), sources);

    internal static MacroRegistry Of(IEnumerable<Macro> macros, ProjectSources sources) =>
        new(macros, [.. sources.Packages.Select(p => p.Project.Name).Where(n => n != InternalPackage)]);

    /// <summary>The embedded library's package name: `dbt`.</summary>
    public const string InternalPackage = "dbt";

    /// <summary>Names of the installed packages, the root project among them, `dbt` not.</summary>
    public ImmutableArray<string> Packages { get; }

    public IEnumerable<Macro> All => macros.All;

    public bool TryFind(string package, string name, [NotNullWhen(true)] out Macro? macro) => macros.TryFind(package, name, out macro);

    /// <summary>True where the project or a package has its own macro in place of an embedded one, or its own implementation of it.</summary>
    public bool IsOverridden(string name)
    {
        foreach (string package in Packages)
        {
            if (TryFind(package, name, out _) || TryFind(package, $"default__{name}", out _) || TryFind(package, $"postgres__{name}", out _))
            {
                return true;
            }
        }

        return false;
    }
}
