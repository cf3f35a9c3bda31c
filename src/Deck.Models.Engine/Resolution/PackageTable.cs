using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Engine.Resolution;

/// <summary>What packages have by name, such as their macros.</summary>
/// <remarks>Two levels of tables and no key of two parts: see <see cref="NodeId"/> about structs in generic collections.</remarks>
internal sealed class PackageTable<T>
    where T : class
{
    private readonly Dictionary<string, Dictionary<string, T>> packages = new(StringComparer.Ordinal);
    private readonly List<T> all = [];

    /// <summary>Everything in the order in which it was added.</summary>
    public IReadOnlyList<T> All => all;

    /// <summary>False where the package has something of that name already: it stays.</summary>
    public bool TryAdd(string package, string name, T item)
    {
        if (!packages.TryGetValue(package, out Dictionary<string, T>? names))
        {
            packages.Add(package, names = new Dictionary<string, T>(StringComparer.Ordinal));
        }

        bool added = names.TryAdd(name, item);
        if (added)
        {
            all.Add(item);
        }

        return added;
    }

    public bool TryFind(string package, string name, [NotNullWhen(true)] out T? item)
    {
        item = null;
        return packages.TryGetValue(package, out Dictionary<string, T>? names) && names.TryGetValue(name, out item);
    }
}
