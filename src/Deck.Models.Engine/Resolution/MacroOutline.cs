using System.Collections.Immutable;

namespace Deck.Models.Engine.Resolution;

/// <summary>What a macro's text tells without being rendered.</summary>
/// <param name="Arguments">The names in its definition.</param>
/// <param name="Calls">Ids of the macros that it calls, dbt's `depends_on.macros`.</param>
public sealed record MacroOutline(ImmutableArray<string> Arguments, ImmutableArray<string> Calls);
