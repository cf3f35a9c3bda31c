using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>The environment of filters and tests that are computed while parsing.</summary>
internal sealed class ConstantEnvironment : IFilterEnvironment
{
    public static ConstantEnvironment Instance { get; } = new();

    public LookupMode Mode => LookupMode.Plain;

    public bool TryFindFilter(string name, [NotNullWhen(true)] out Filter? filter) => FilterTable.TryFind(name, out filter);

    public bool TryFindTest(string name, [NotNullWhen(true)] out ValueTest? test) => TestTable.TryFind(name, out test);
}
