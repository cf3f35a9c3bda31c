using Deck.Models.Engine.Compilation;

namespace Deck.Models.Engine.Planning.Fusing;

/// <summary>A compiled test whose verdict can be read from a count over its relation.</summary>
/// <param name="Expression">A condition, or for <see cref="FusedKind.Unique"/> a value.</param>
/// <param name="Verdict">What the count means.</param>
internal sealed record FusableTest(CompiledModel Test, FusedKind Kind, ScannedRows Rows, string Expression, CountVerdict Verdict)
{
    /// <summary>The value that the test's own query groups by though a count need not, or null.</summary>
    public string? Grouped { get; init; }
}
