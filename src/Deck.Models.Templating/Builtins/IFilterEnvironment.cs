using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>What filters and tests may ask of the environment that they run in.</summary>
internal interface IFilterEnvironment
{
    /// <summary>Which kind of Undefined a missing attribute or an empty sequence gives.</summary>
    LookupMode Mode { get; }

    /// <summary>True inside `autoescape`: what is not Markup is escaped where it meets Markup.</summary>
    bool Escapes { get; }

    bool TryFindFilter(string name, [NotNullWhen(true)] out Filter? filter);

    bool TryFindTest(string name, [NotNullWhen(true)] out ValueTest? test);
}
