namespace Deck.Models.Engine.Compilation;

/// <summary>A rendered hook.</summary>
/// <param name="InTransaction">False where the hook was configured with `transaction: false`.</param>
public sealed record CompiledHook(string Sql, bool InTransaction);
