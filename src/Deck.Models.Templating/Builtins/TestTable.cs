using System.Diagnostics.CodeAnalysis;

namespace Deck.Models.Templating.Builtins;

/// <summary>Every test of Jinja.</summary>
internal static class TestTable
{
    private static readonly Dictionary<string, ValueTest> Tests =
        TypeTests.All.Concat(ComparisonTests.All).ToDictionary(test => test.Name);

    /// <summary>All names, for suggestions.</summary>
    public static IReadOnlyCollection<string> Names => Tests.Keys;

    public static bool TryFind(string name, [NotNullWhen(true)] out ValueTest? test) => Tests.TryGetValue(name, out test);
}
