namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>`append`: every new row is inserted.</summary>
internal sealed class AppendStrategy : IncrementalStrategy;
