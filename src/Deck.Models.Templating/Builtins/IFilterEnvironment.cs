using System.Diagnostics.CodeAnalysis;
using Deck.Models.Templating.Values;

namespace Deck.Models.Templating.Builtins;

/// <summary>What filters and tests may ask of the environment that they run in.</summary>
internal interface IFilterEnvironment
{
    /// <summary>Which kind of Undefined a missing attribute or an empty sequence gives.</summary>
    LookupMode Mode { get; }

    bool TryFindFilter(string name, [NotNullWhen(true)] out Filter? filter);

    bool TryFindTest(string name, [NotNullWhen(true)] out ValueTest? test);
}
