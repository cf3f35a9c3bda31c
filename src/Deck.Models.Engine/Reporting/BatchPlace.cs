namespace Deck.Models.Engine.Reporting;

/// <summary>A batch of a microbatch model, and which of the run's it is.</summary>
/// <param name="Name">Such as `2024-09-17`.</param>
/// <param name="Index">Counted from 1.</param>
public sealed record BatchPlace(string Name, int Index, int Total);
