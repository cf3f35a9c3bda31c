using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Builtins;

/// <summary>Every test of Jinja.</summary>
public static class TestTable
{
    /// <summary>All names, for suggestions.</summary>
    public static IReadOnlyCollection<string> Names => [];

    public static bool TryFind(string name, [NotNullWhen(true)] out ValueTest? test) => throw new NotSupportedException();
}
