using Deck.Models.Text;

namespace Deck.Models.Engine.Planning.Materializations;

/// <summary>A step that is only known when its turn comes: hooks that look at what the steps before it have built.</summary>
public sealed record LaterStep(Func<Checked<NextSteps>> Continue) : PlanStep;
