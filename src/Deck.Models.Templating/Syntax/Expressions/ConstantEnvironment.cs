using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Builtins;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Syntax.Expressions;

/// <summary>The environment of filters and tests that are computed while parsing.</summary>
internal sealed class ConstantEnvironment : IFilterEnvironment
{
    private static readonly ConstantEnvironment Plain = new(false);
    private static readonly ConstantEnvironment Escaped = new(true);

    private ConstantEnvironment(bool escapes) => Escapes = escapes;

    public bool Escapes { get; }

    /// <summary>The environment of a place, or null where only rendering shows whether it escapes.</summary>
    public static ConstantEnvironment? For(Escaping escaping) => escaping switch
    {
        Escaping.None => Plain,
        Escaping.On => Escaped,
        _ => null,
    };

    public LookupMode Mode => LookupMode.Plain;

    public bool TryFindFilter(string name, [NotNullWhen(true)] out Filter? filter) => FilterTable.TryFind(name, out filter);

    public bool TryFindTest(string name, [NotNullWhen(true)] out ValueTest? test) => TestTable.TryFind(name, out test);
}
