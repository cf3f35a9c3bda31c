namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>One exchange with the server.</summary>
public abstract record PlanStep;
