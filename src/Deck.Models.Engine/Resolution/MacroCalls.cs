using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution;

/// <summary>Which macros each macro of a project calls, dbt's `depends_on.macros`: found for all of them when somebody asks, as it takes the parsing of every macro.</summary>
public sealed class MacroCalls(Func<IReadOnlyDictionary<string, ImmutableArray<string>>> find)
{
    private readonly Lazy<IReadOnlyDictionary<string, ImmutableArray<string>>> found = new(find);

    /// <summary>By the macro's id.</summary>
    public IReadOnlyDictionary<string, ImmutableArray<string>> All => found.Value;
}
