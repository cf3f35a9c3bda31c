using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Resolution;

/// <summary>All macros of the project, its packages and the embedded `dbt` library, found by package and name.</summary>
public sealed class MacroRegistry
{
    private readonly Dictionary<(string Package, string Name), Macro> macros;

    public MacroRegistry(IEnumerable<Macro> macros, ImmutableArray<string> packages)
    {
        this.macros = macros.ToDictionary(m => (m.PackageName, m.Name));
        Packages = packages;
    }

    /// <summary>The embedded library's package name: `dbt`.</summary>
    public const string InternalPackage = "dbt";

    /// <summary>Names of the installed packages, the root project among them, `dbt` not.</summary>
    public ImmutableArray<string> Packages { get; }

    public IEnumerable<Macro> All => macros.Values;

    public bool TryFind(string package, string name, [NotNullWhen(true)] out Macro? macro) => macros.TryGetValue((package, name), out macro);
}
